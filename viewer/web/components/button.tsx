import { Icon, type IconName } from "./icon.tsx";

interface IconButtonProps {
  icon: IconName;
  label: string;
  onPress: () => void;
  pressed?: boolean;
  disabled?: boolean;
  class?: string;
}

/** A button that shows an icon; its words are its name and its tooltip. */
export function IconButton({ icon, label, onPress, pressed, disabled, class: extra }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${extra ?? ""}`}
      aria-label={label}
      title={label}
      disabled={disabled === true}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
