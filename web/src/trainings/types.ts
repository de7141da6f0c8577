// What the API says of trainings.
import type { EnrolmentResponse } from "../contract";

export type {
  CertificateResponse as Certificate,
  AudienceRule as Eligibility,
  ListTrainingsResponse as Listed,
  MyTrainingResponse as MyTraining,
  Session,
  TrainingResponse as Training,
} from "../contract";

export interface Enrolment extends EnrolmentResponse {
  /** One's own: only this phone knows, the name on the wire is a pseudonym. */
  self?: boolean;
}
