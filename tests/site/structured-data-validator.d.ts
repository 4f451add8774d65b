/** Only what we ask of it: the package comes without types. */
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    validate(extracted: { jsonld: Record<string, object[]>; microdata: object; rdfa: object; errors: [] }): Promise<{ issueMessage: string }[]>;
  }
}
