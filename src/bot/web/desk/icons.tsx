import type { ComponentChildren } from "preact";

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const BackIcon = () => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />
  </Icon>
);

export const PhotoIcon = () => (
  <Icon>
    <path d="M4 8h3l1.6-2.4h6.8L17 8h3v11H4z" />
    <circle cx="12" cy="13" r="3.4" />
  </Icon>
);

export const VoiceIcon = () => (
  <Icon>
    <rect x="9" y="3" width="6" height="11" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </Icon>
);

export const ToolsIcon = () => (
  <Icon>
    <rect x="4" y="4" width="7" height="7" rx="1.5" />
    <rect x="13" y="4" width="7" height="7" rx="1.5" />
    <rect x="4" y="13" width="7" height="7" rx="1.5" />
    <path d="M16.5 13.5v6M13.5 16.5h6" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path d="M4 12l16-8-5 16-3.5-6.5z" />
  </Icon>
);

export const PhoneIcon = () => (
  <Icon>
    <path d="M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />
  </Icon>
);

export const GearIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5a7.5 7.5 0 0 1 15 0" />
  </Icon>
);

export const BellIcon = ({ off }: { readonly off: boolean }) => (
  <Icon>
    <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4" />
    {off && <path d="M4 4l16 17" />}
  </Icon>
);

/** The bridge of the icon. */
export const BridgeIcon = () => (
  <svg class="bridge" viewBox="0 0 48 32" aria-hidden="true" focusable="false">
    <path d="M2 21h44M6 21c2-12 9-17 18-17s16 5 18 17M15 21V11M24 21V5M33 21V11" />
    <path class="water" d="M3 29c3.5-2.5 7-2.5 10.5 0s7 2.5 10.5 0 7-2.5 10.5 0 7 2.5 10.5 0" />
  </svg>
);

/** One tick sent, two arrived, two bold ones seen; a clock or a mark of warning before that. */
export const DeliveryIcon = ({
  delivery,
}: {
  readonly delivery: "waiting" | "sent" | "reached" | "seen" | "perhaps" | "failed";
}) => (
  <Icon>
    {delivery === "waiting" && <path d="M12 7v5l3 2M12 3a9 9 0 1 0 .01 0" />}
    {delivery === "sent" && <path d="M5 13l4.5 4.5L19 7" />}
    {(delivery === "reached" || delivery === "seen") && (
      <path d="M2 13l4.5 4.5L16 7M11 16l2 1.5L22.5 7" />
    )}
    {delivery === "perhaps" && (
      <path d="M8.5 9.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18v.5" />
    )}
    {delivery === "failed" && <path d="M12 6v8M12 18v.5" />}
  </Icon>
);
