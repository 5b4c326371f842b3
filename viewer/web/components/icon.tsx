/** Icons of the controls: 16 × 16, one stroke. */
const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4 14 14",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  play: "M5 3.2v9.6L12.5 8Z",
  pause: "M5.2 3.5v9M10.8 3.5v9",
  download: "M8 2.5v7.5M4.8 7.2 8 10.4l3.2-3.2M2.8 13.2h10.4",
  left: "M10 3.5 5.5 8l4.5 4.5",
  right: "M6 3.5 10.5 8 6 12.5",
  up: "M3.5 10 8 5.5l4.5 4.5",
  down: "M3.5 6 8 10.5 12.5 6",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  rail: "M2.5 3h11v10h-11ZM6 3v10",
  link: "M6.6 9.4 9.4 6.6M7 4.6l1-1a3 3 0 0 1 4.3 4.3l-1 1M9 11.4l-1 1a3 3 0 0 1-4.3-4.3l1-1",
  check: "m3 8.5 3.2 3.2L13 4.8",
  copy: "M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3",
  sun: "M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z",
  system: "M2 3h12v8H2ZM5.5 13.5h5",
  text: "M3 3.5h10M3 6.5h10M3 9.5h10M3 12.5h6",
  network:
    "M4 2.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM12 5.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM5.5 10.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2ZM5.5 4.6l5 1.9M4.3 5.6l.9 4.8M6.8 11.1l4-2.9",
  target: "M8 4.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
