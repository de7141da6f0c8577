export type {
  BankContentResponse as Content,
  BankResponse as Bank,
  ImportResponse as Imported,
  ImportWarning as Warning,
} from "../contract";
