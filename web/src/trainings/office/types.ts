export type { RosterEntry } from "../../contract";
export type { Eligibility, Enrolment, Listed, Session, Training } from "../types";
