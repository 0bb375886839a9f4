/** Stands where the address of the gateway belongs. */
export const gatewayPlaceholder = 'https://<your gateway>';
