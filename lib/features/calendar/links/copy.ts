/** `webcal://` makes calendar programs ask whether to subscribe. */
export const subscribeAddress = (address: string) => address.replace(/^https?:/, "webcal:");
