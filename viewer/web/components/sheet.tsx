import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

/** A panel as a sheet from below, on narrow screens; its grip makes it tall or short, by click or by drag. */
export function Sheet({
  label,
  children,
  tall: startTall = false,
}: {
  label: string;
  children: ComponentChildren;
  tall?: boolean;
}) {
  const tall = useSignal(startTall);
  return (
    <section class="sheet" tabIndex={-1} data-tall={tall.value} aria-label={label}>
      <button
        type="button"
        class="grip"
        aria-expanded={tall.value}
        aria-label={label}
        onClick={() => {
          tall.value = !tall.value;
        }}
        onPointerDown={({ currentTarget, pointerId, clientY }) => {
          currentTarget.setPointerCapture(pointerId);
          const end = (event: PointerEvent): void => {
            if (Math.abs(event.clientY - clientY) > 24) tall.value = event.clientY < clientY;
          };
          currentTarget.addEventListener("pointerup", end, { once: true });
        }}
      />
      {children}
    </section>
  );
}
