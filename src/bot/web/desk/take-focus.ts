/** As a ref: where the button went that was just pressed, the keyboard goes on from here. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
