/** As long as phones themselves take a touch for a hold. */
const holdAfter = 500;
/** A finger is never quite still. */
const stillWithin = 12;

/** One finger holds one thing. */
let held: { readonly timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined;

function letGo(): void {
  clearTimeout(held?.timer);
  held = undefined;
}

/** Holding something does the same as its button; scrolling, and selecting with a mouse, do not. */
export const holding = (act: () => void) => ({
  onPointerDown(event: PointerEvent): void {
    letGo();
    const onControl = (event.target as Element).closest("a, button, audio") !== null;
    if (event.pointerType === "mouse" || onControl) return;
    const timer = setTimeout(() => {
      letGo();
      act();
    }, holdAfter);
    held = { timer, x: event.clientX, y: event.clientY };
  },
  onPointerMove(event: PointerEvent): void {
    if (held === undefined) return;
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > stillWithin) letGo();
  },
  onPointerUp: letGo,
  onPointerCancel: letGo,
});
