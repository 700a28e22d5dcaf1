import 'exceljs';

declare module 'exceljs' {
  interface Worksheet {
    /** Missing in the library's own types. */
    readonly dataValidations: {
      add(range: string, validation: DataValidation): void;
    };
  }
}
