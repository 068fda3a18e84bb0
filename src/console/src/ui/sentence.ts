/** The API's messages go on after the field's name (“has 1 characters; …”); where they stand alone they begin with a capital. */
export function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
