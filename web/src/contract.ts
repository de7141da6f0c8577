// Made from the OpenAPI document by tests/EStation.Tests/Front/ContractTests.cs: change the C# records instead.
import type { Localised } from "./shell/texts";

export type Text = Localised;
export type TextRequest = Localised;

export type Instant = string;

export type Admission = "first-come" | "selection";

export interface AdmittedResponse {
  number: number;
  name: string;
  villageName: Text | null;
}

export interface AppealRequest {
  text: string;
}

export interface AppealResponse {
  text: string;
  at: Instant;
  decidedAt: Instant | null;
  decision: FilmDecision | null;
}

export interface AttemptResponse {
  attempt: string;
  state: AttemptState;
  paper: PaperResponse;
  result: SubmissionResponse | null;
}

export type AttemptState = "open" | "submitted" | "lapsed";

export interface AttemptSummary {
  attempt: string;
  state: AttemptState;
  startedAt: Instant;
  deadline: Instant;
  ranked: boolean | null;
  score: number | null;
  outOf: number;
  elapsedMs: number | null;
  submittedAt: Instant | null;
}

export type Audience = string;

export interface AudienceRequest {
  gender?: string | number | null;
  minAge?: number | null;
  maxAge?: number | null;
  regions?: RegionCode[] | null;
  ethnicGroups?: string[] | null;
  leftBehind?: boolean | null;
}

/** Who something is for; what is null is open to all. */
export interface AudienceRule {
  gender: Gender | null;
  minAge: number | null;
  maxAge: number | null;
  regions: RegionCode[] | null;
  ethnicGroups: string[] | null;
  leftBehind?: boolean;
}

export interface AudioResponse {
  bytes: number;
  url: string;
}

export interface AuditResponse {
  at: Instant;
  person: string;
  name: string | null;
  action: string;
  region: RegionCode;
  subject: string;
  allowed: boolean;
  /** How often: refusals of one hour are one entry. */
  count: number;
}

export interface Award {
  name: Text;
  count: number;
}

export interface AwardRequest {
  name: TextRequest;
  count: number;
}

export interface BankContentResponse {
  id: string;
  version: number;
  name: string;
  region: RegionCode;
  categories: string[];
  importedAt: Instant;
  questions: BanksQuestion[];
}

export type BankFormat = "gift" | "xlsx" | "csv" | "json";

export interface BankResponse {
  id: string;
  version: number;
  name: string;
  region: RegionCode;
  questions: number;
  ranked: number;
  practice: number;
  categories: string[];
  importedAt: Instant;
}

export interface BanksQuestion {
  id: string;
  category: string;
  pool: QuestionPool;
  kind: BanksQuestionKind;
  text: Text;
  options: Option[];
  explanation: Text | null;
  source: string | null;
}

export type BanksQuestionKind = "single" | "multiple" | "trueFalse";

export interface BestResponse {
  score: number;
  elapsedMs: number;
  submittedAt: Instant;
}

export interface Block {
  id: string;
  size: number;
}

export interface BrokenRule {
  rule: string;
  detail: string;
}

export interface CampaignRequest {
  title: TextRequest;
  themes: TextRequest[];
  opensAt: Instant;
  closesAt: Instant;
  votingOpensAt: Instant;
  votingClosesAt: Instant;
  maxSeconds: number;
  maxBytes: number;
  votesPerDay: number;
  juryTop: number;
  juryClosesAt?: Instant | null;
  finalAt?: Instant | null;
  awards?: AwardRequest[] | null;
}

export interface CampaignResponse {
  id: string;
  state: CampaignState;
  result: ResultState;
  title: Text;
  themes: Text[];
  opensAt: Instant;
  closesAt: Instant;
  votingOpensAt: Instant;
  votingClosesAt: Instant;
  maxSeconds: number;
  maxBytes: number;
  votesPerDay: number;
  juryTop: number;
  juryClosesAt: Instant;
  finalAt: Instant;
  awards: Award[];
}

export type CampaignState = "upcoming" | "open" | "closed";

export interface CancelTrainingRequest {
  reason?: string | null;
}

export type CandidateState = "substitute" | "won" | "claimed" | "handedOut" | "forfeited" | "disqualified";

export interface CaptionResponse {
  language: Language;
  url: string;
}

export type CertificateFormat = "json" | "svg" | "html";

/** The holder is masked. */
export interface CertificateResponse {
  number: string;
  holder: string;
  programme: Programme;
  programmeName: Text;
  title: Text;
  hours: number;
  issuedOn: Day;
  valid: boolean;
}

export interface ChildItem {
  region: RegionCode;
  name: Text;
  metrics: Record<Metric, MetricResponse>;
  reached: ReachedResponse | null;
}

export interface ChildrenResponse {
  region: RegionCode;
  key: PeriodKey;
  asOf: Instant;
  children: ChildItem[];
  sum: Record<Metric, MetricResponse>;
}

export type ClaimBy = "station" | "post";

export interface ClaimPrizeRequest {
  by: ClaimBy;
  name: string;
  address?: string | null;
}

export interface CompleteTrainingRequest {
  minHours?: number | null;
  enrolments?: string[] | null;
}

export interface CompletionResponse {
  enrolment: string;
  name: string;
  attendedHours: number;
  certificate: string;
}

export interface CompletionRule {
  share: number;
  test?: FinalTest;
  mark: boolean;
}

export interface CompletionRuleRequest {
  share: number;
  test?: FinalTestRequest | null;
  mark?: boolean;
}

export interface CompletionsResponse {
  items: CompletionResponse[];
}

/** What was agreed to; a guardian's name for a child under 14. */
export interface ConsentRequest {
  version: string;
  guardian?: string | null;
}

export interface ConsentResponse {
  version: string;
  guardian: string | null;
  at: Instant;
  /** It is of the newest version. */
  current: boolean;
}

export interface ContestRequest {
  title: TextRequest;
  questionBank: string;
  region: RegionCode;
  opensAt: Instant;
  closesAt: Instant;
  draw: DrawRequest;
  questionSeconds: number;
  attemptsPerDay: number;
  passMark: number;
  description?: TextRequest | null;
  attemptsInTotal?: number | null;
  points?: PointsRequest | null;
  drawMark?: number | null;
  prizes?: PrizeRequest[] | null;
  /** afterAttempt where it is missing. */
  review?: ReviewTime | null;
}

export interface ContestResponse {
  id: string;
  state: ContestState;
  title: Text;
  description: Text | null;
  region: RegionCode;
  opensAt: Instant;
  closesAt: Instant;
  questionBank: string;
  draw: Draw;
  questionSeconds: number;
  attemptsPerDay: number;
  attemptsInTotal: number | null;
  passMark: number;
  points: Points | null;
  drawMark: number | null;
  prizes: Prize[];
  review: ReviewTime;
}

export interface ContestResultsResponse {
  state: ResultsState;
  frozenAt: Instant | null;
  /** When objections end. */
  publicUntil: Instant | null;
  finalAt: Instant | null;
  /** How many are in the whole ranking. */
  participants: number;
  /** The first 100. */
  ranking: LeaderboardEntry[];
  lots: LotsResponse | null;
  draw: ResultsDrawResponse | null;
  winners: WinnerResponse[];
  /** Candidates who were disqualified after the freeze. */
  disqualified: OutResponse[];
}

export type ContestState = "draft" | "upcoming" | "open" | "closed";

export interface ContestStatisticsResponse {
  asOf: Instant;
  region: RegionCode;
  entries: number;
  participants: number;
  passed: number;
  meanScore: number | null;
  scores: number[];
  questions: QuestionFigures[];
}

export interface ContestsReviewResponse {
  id: string;
  correct: boolean;
  /** Not there as long as a contest could still be helped by it. */
  right?: string[];
  given: string[];
  /** As "right"; also not there where there is none. */
  explanation?: Text;
}

export interface CopyTrainingRequest {
  sessions: SessionRequest[];
}

export interface CoverageOfChild {
  region: RegionCode;
  name: Text;
  towns: CoverageShares;
  villages: CoverageShares;
}

export interface CoverageResponse {
  region: RegionCode;
  asOf: Instant;
  towns: CoverageShares;
  villages: CoverageShares;
  literacy: Literacy;
  targets: CoverageTargets;
  children: CoverageOfChild[];
}

export interface CoverageShares {
  total: number;
  withStation: number;
  withPublicist: number;
  active: number;
  stationShare: number;
  publicistShare: number;
  activeShare: number;
}

export interface CoverageTargets {
  stations: number;
  publicists: number;
  literacy: number;
}

/** A day in China, as 2026-11-24. */
export type Day = string;

export interface Difference {
  county: RegionCode;
  village: RegionCode;
  day: Day;
  metric: Metric;
  column: Audience;
  recounted: number;
  stored: number;
}

export interface DisqualificationRequest {
  reason: string;
  /** The id of one attempt; either it or the person is given. */
  attempt?: string | null;
  /** As flags and disqualifications of this contest name the person. */
  person?: string | null;
}

export interface DisqualificationResponse {
  id: string;
  person: string;
  name: string;
  /** The number of the attempt; not there when nothing of the person counts. */
  attempt?: number;
  reason: string;
  at: Instant;
  /** Not there as long as it holds. */
  undoneAt?: Instant;
}

export interface DocumentName {
  kind: LegalKind;
  version: string;
  title: Text;
}

export interface DocumentsResponse {
  version: string;
  operator: OperatorResponse;
  items: DocumentName[];
}

export interface Draw {
  count: number;
  byCategory: Record<string, number> | null;
}

export interface DrawRequest {
  count: number;
  byCategory?: Record<string, number> | null;
}

export type EnrolmentFormat = "json" | "svg";

/** Somebody in a training; the ticket is what the QR code says. */
export interface EnrolmentResponse {
  enrolment: string;
  name: string;
  state: EnrolmentState;
  position: number | null;
  ticket: string | null;
}

export type EnrolmentState = "confirmed" | "waiting" | "cancelled";

export interface EnrolmentsResponse {
  items: EnrolmentResponse[];
}

export interface EnterDrawRequest {
  value: string;
}

export interface EnterDrawResponse {
  state: ResultsState;
  value: string;
}

export type ExportFormat = "xlsx" | "csv";

export interface FeedbackResponse {
  rating: number;
  comment: string | null;
}

export type FilmDecision = "publish" | "reject" | "return" | "takeDown";

export interface FinalTest {
  questionBank: string;
  count: number;
  passMark: number;
}

export interface FinalTestRequest {
  questionBank: string;
  count: number;
  passMark: number;
}

export interface FoundRegion {
  code: RegionCode;
  name: Text;
  /** Of what it lies in, from the next above up to the province. */
  names: Text[];
}

export interface FoundRegionsResponse {
  items: FoundRegion[];
}

export interface FreezeDrawRequest {
  source: string;
  issue: string;
  drawnAt: Instant;
  outcomes: number;
}

export interface FreezeRequest {
  publicDays: number;
  claimDays: number;
  substitutes: number;
  draw?: FreezeDrawRequest | null;
}

export type Gender = "male" | "female";

export interface GiveFeedbackRequest {
  rating: number;
  comment?: string | null;
}

export interface GrantResponse {
  id: string;
  phone: string;
  role: Role;
  region: RegionCode;
  givenBy: string;
  givenAt: Instant;
  until: Instant | null;
  lastUsedAt: Instant | null;
}

export interface Haves {
  network: boolean;
  staff: boolean;
  premises: boolean;
  activities: boolean;
  terminals: boolean;
}

export interface HavesRequest {
  network?: boolean | null;
  staff?: boolean | null;
  premises?: boolean | null;
  activities?: boolean | null;
  terminals?: boolean | null;
}

export type Health = "ok" | "missing" | "unavailable";

export interface HealthResponse {
  status: Health;
  version: string;
  storage: StorageHealth;
  statistics: StatisticsHealth | null;
}

export interface ImportResponse {
  id: string;
  version: number;
  name: string;
  region: RegionCode;
  questions: number;
  ranked: number;
  practice: number;
  categories: string[];
  warnings: ImportWarning[];
}

export interface ImportWarning {
  line: number;
  reason: string;
}

export interface InboxItemResponse {
  id: string;
  kind: string;
  title: Text;
  text: Text;
  at: Instant;
  link: string | null;
  read: boolean;
}

export interface InboxReadRequest {
  upTo: Instant;
}

export interface InboxResponse {
  items: InboxItemResponse[];
  next: string | null;
  unread: number | null;
}

export type Language = "zh" | "ko" | "mn" | "en";

export interface LanguageFigures {
  language: Language;
  shown: number;
  correct: number;
  facility: number | null;
  discrimination: number | null;
}

export interface LeaderboardEntry {
  rank: number;
  name: string;
  region: RegionCode;
  score: number;
  elapsedMs: number;
  submittedAt: Instant;
  /** Of county, town and village. */
  placeNames: Text[];
}

export interface LeaderboardResponse {
  asOf: Instant;
  region: RegionCode;
  entries: LeaderboardEntry[];
  regionName: Text;
  /** Of the region; the board shows the first of them. */
  participants: number;
}

export interface LegalDocument {
  kind: LegalKind;
  version: string;
  title: Text;
  sections: LegalSection[];
}

export type LegalKind = "privacy" | "terms";

export interface LegalSection {
  title: Text;
  paragraphs: Text[];
}

export interface Lesson {
  session: number;
  subject: Text;
  preparation?: Text;
}

export interface LessonRequest {
  session: number;
  subject: TextRequest;
  preparation?: TextRequest | null;
}

export interface LikedResponse {
  liked: boolean;
}

export interface Link {
  url: string;
  expiresAt: Instant;
}

/** As of the last roll-up. */
export interface ListTrainingsResponse {
  id: string;
  programme: Programme;
  programmeName: Text;
  kind: TrainingKind;
  title: Text;
  village: RegionCode;
  placeNames: Text[];
  startsAt: Instant;
  endsAt: Instant;
  signUpOpensAt: Instant;
  signUpClosesAt: Instant;
  eligibility: AudienceRule | null;
  hours: number;
  capacity: number;
  confirmed: number;
  waiting: number;
}

export interface Literacy {
  contest: string | null;
  entries: number;
  passed: number;
  share: number | null;
}

export interface LotsResponse {
  count: number;
  sha256: string;
}

export interface MarkAttendanceRequest {
  tickets: string[];
}

export interface MarkAttendanceResponse {
  present: number;
  unknown: string[];
}

export interface Material {
  title: Text;
  kind: MaterialKind;
  ref: string;
}

export type MaterialKind = "file" | "video" | "article" | "link";

export interface MaterialRequest {
  title: TextRequest;
  kind: MaterialKind;
  ref: string;
}

export interface MessagePreferences {
  trainings: boolean;
  contests: boolean;
  videos: boolean;
  notices: boolean;
}

export interface MessagePreferencesRequest {
  trainings?: boolean | null;
  contests?: boolean | null;
  videos?: boolean | null;
  notices?: boolean | null;
}

export interface MessageTrainingRequest {
  to: "all" | "confirmed" | "waiting";
  text: string;
}

export type Metric =
  | "peopleRegistered"
  | "stationsCertified"
  | "contestEntries"
  | "contestParticipants"
  | "contestPassed"
  | "trainingSignUps"
  | "trainingCancellations"
  | "trainingAttendances"
  | "trainingCompletions"
  | "trainingHours"
  | "videosSubmitted"
  | "videosPublished"
  | "videoViews"
  | "videoLikes";

export interface MetricResponse {
  total: number | null;
  women: number | null;
  minority: number | null;
  leftBehind: number | null;
  under35: number | null;
  over60: number | null;
}

export interface MyTrainingResponse {
  training: TrainingResponse;
  state: EnrolmentState;
  position: number | null;
  ticket: string | null;
  certificate: string | null;
  /** Another has signed me up by my phone, and I have not signed up myself. */
  isByAnother: boolean;
}

export interface NearestStation {
  station: StationResponse;
  metres: number;
}

export interface NearestStationsResponse {
  items: NearestStation[];
}

export interface NextTrainingResponse {
  training: string;
  title: Text;
  programmeName: Text;
  village: RegionCode;
  placeNames: Text[];
  /** Of the session that is next, or under way. */
  startsAt: Instant;
  endsAt: Instant;
  contact?: string;
  state: EnrolmentState;
  position?: number;
  ticket: string;
  isByAnother: boolean;
}

export type NoticeChannel = "inbox" | "message";

export interface NoticeRequest {
  title: TextRequest;
  text: TextRequest;
  places: RegionCode[];
  channel: NoticeChannel;
  audience?: AudienceRequest | null;
  from?: Instant | null;
  until?: Instant | null;
  preview?: boolean | null;
}

export interface NoticeResponse {
  id: string;
  state: NoticeState;
  title: Text;
  text: Text;
  places: RegionCode[];
  audience: AudienceRule | null;
  from: Instant | null;
  until: Instant | null;
  channel: NoticeChannel;
  at: Instant;
  reaches: number;
  isOwn: boolean;
  delivered: number | null;
  read: number | null;
}

export interface NoticeSentResponse {
  id: string | null;
  state: NoticeState | null;
  reaches: number;
}

export type NoticeState = "waiting" | "sent" | "withdrawn";

export interface ObjectionRequest {
  text: string;
}

export interface ObjectionResponse {
  id: string;
  text: string;
  at: Instant;
  answer: string | null;
  answeredAt: Instant | null;
}

export interface OpenVideoRequest {
  title: string;
  description: string;
  theme: string;
  size: number;
  contentType: "video/mp4" | "video/quicktime" | "video/3gpp";
  campaign?: string | null;
  language?: Language | null;
  field?: ScientificField | null;
}

export interface OpenedVideoResponse {
  id: VideoId;
  state: VideoState;
  uploadEndsAt: Instant;
  upload: UploadResponse;
  poster: PosterUploadResponse;
}

export interface OperatorResponse {
  name: string | null;
  contact: string | null;
  icp: string | null;
}

export interface Option {
  id: string;
  text: Text;
  right: boolean;
}

export interface OutResponse {
  rank?: number;
  lot?: string;
  reason: string;
}

export interface OwnPrizeResponse {
  id: string;
  contest: string;
  contestTitle: Text;
  prize: Text;
  state: CandidateState;
  claimUntil: Instant | null;
  by: ClaimBy | null;
  name: string | null;
  address: string | null;
}

export interface OwnPrizesResponse {
  items: OwnPrizeResponse[];
}

export interface OwnVideoResponse {
  id: VideoId;
  state: VideoState;
  campaign: string | null;
  title: string;
  description: string;
  theme: Text;
  language: Language;
  region: RegionCode;
  author: string;
  size: number;
  contentType: string;
  openedAt: Instant;
  uploadEndsAt: Instant | null;
  submittedAt: Instant | null;
  publishedAt: Instant | null;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  field: ScientificField | null;
  reviews: ShowcaseReviewResponse[];
  appeal: AppealResponse | null;
  mayAppeal: boolean;
}

export interface PageOfAdmittedResponse {
  items: AdmittedResponse[];
  next: string | null;
}

export interface PageOfAttemptSummary {
  items: AttemptSummary[];
  next: string | null;
}

export interface PageOfAuditResponse {
  items: AuditResponse[];
  next: string | null;
}

export interface PageOfBankResponse {
  items: BankResponse[];
  next: string | null;
}

export interface PageOfCampaignResponse {
  items: CampaignResponse[];
  next: string | null;
}

export interface PageOfContestResponse {
  items: ContestResponse[];
  next: string | null;
}

export interface PageOfDisqualificationResponse {
  items: DisqualificationResponse[];
  next: string | null;
}

export interface PageOfGrantResponse {
  items: GrantResponse[];
  next: string | null;
}

export interface PageOfMyTrainingResponse {
  items: MyTrainingResponse[];
  next: string | null;
}

export interface PageOfNoticeResponse {
  items: NoticeResponse[];
  next: string | null;
}

export interface PageOfObjectionResponse {
  items: ObjectionResponse[];
  next: string | null;
}

export interface PageOfOwnVideoResponse {
  items: OwnVideoResponse[];
  next: string | null;
}

export interface PageOfPrizeResponse {
  items: PrizeResponse[];
  next: string | null;
}

export interface PageOfQueuedVideoResponse {
  items: QueuedVideoResponse[];
  next: string | null;
}

export interface PageOfReportResponse {
  items: ReportResponse[];
  next: string | null;
}

export interface PageOfRosterEntry {
  items: RosterEntry[];
  next: string | null;
}

export interface PageOfStationResponse {
  items: StationResponse[];
  next: string | null;
}

export interface PageOfVideoCardResponse {
  items: VideoCardResponse[];
  next: string | null;
}

export interface PaperOptionResponse {
  id: string;
  text: Text;
}

export interface PaperQuestionResponse {
  id: string;
  kind: BanksQuestionKind;
  text: Text;
  options: PaperOptionResponse[];
  seconds: number;
}

export interface PaperResponse {
  attempt: string;
  startedAt: Instant;
  deadline: Instant;
  questions: PaperQuestionResponse[];
  ranked: boolean;
  /** Not there when the attempt can rank. */
  unrankedBecause?: UnrankedBecause;
}

export type Period = "day" | "month" | "year";

/** A day, a month or a year, as 2026-11-24, 2026-11 or 2026. */
export type PeriodKey = string;

export interface PersonResponse {
  id: string;
  name: string | null;
  phone: string;
  village: RegionCode | null;
  placeNames: Text[];
  gender: string | null;
  birthYear: number | null;
  ethnicGroup: string | null;
  leftBehind: boolean;
  language: Language;
  roles: RoleResponse[];
  consent: ConsentResponse | null;
  /** The version to agree to at the next visit; null when it is agreed to. */
  consentAsked: string | null;
}

/** A mobile number of the mainland, also with +86, spaces or hyphens. */
export type Phone = string;

export interface PlaybackResponse {
  url: string;
  expiresAt: Instant;
  renditions: RenditionResponse[];
  audio?: AudioResponse;
  captions: CaptionResponse[];
}

export interface Points {
  completed: number;
  allCorrect: number;
}

export interface PointsRequest {
  completed: number;
  allCorrect?: number | null;
}

export interface Position {
  latitude: number;
  longitude: number;
}

export interface PostGrantRequest {
  phone: Phone;
  role: Role;
  region: RegionCode;
  until?: Instant | null;
}

export interface PosterUploadResponse {
  url: string;
  expiresAt: Instant;
}

export interface PracticeQuestion {
  id: string;
  category: string;
  kind: BanksQuestionKind;
  text: Text;
  options: PaperOptionResponse[];
  right: string[];
  explanation: Text | null;
  source: string | null;
}

export interface PracticeResponse {
  questions: PracticeQuestion[];
}

export interface Preferences {
  messages: MessagePreferences;
  signedUpByOthers: boolean;
}

export interface PreferencesRequest {
  messages?: MessagePreferencesRequest | null;
  signedUpByOthers?: boolean | null;
}

export interface Prize {
  name: Text;
  count: number;
  by: PrizeBy;
}

export type PrizeBy = "rank" | "draw";

export interface PrizeRequest {
  name: TextRequest;
  count: number;
  by: PrizeBy;
}

export interface PrizeResponse {
  id: string;
  contest: string;
  contestTitle: Text;
  prize: Text;
  state: CandidateState;
  region: RegionCode;
  placeNames: Text[];
  claimUntil: Instant | null;
  by: ClaimBy | null;
  /** In full once it is claimed, until 30 days after it is handed out; masked before. */
  name: string;
  address: string | null;
}

export interface ProblemResponse {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  traceId: string;
  errors?: Record<string, string[]>;
  /** Of training.not-eligible: every rule that refused, in words. */
  rules?: BrokenRule[];
  /** With sign-in.proof-needed: the work to prove. */
  proof?: Proof;
}

/** A programme or event that the provincial plan names. */
export type Programme =
  | "double-learning"
  | "e-commerce"
  | "expert-visit"
  | "green-certificate"
  | "million-women-farmers"
  | "new-farmer"
  | "new-professional-farmer"
  | "science-day"
  | "science-fair"
  | "science-week"
  | "spark"
  | "sunshine"
  | "three-to-countryside"
  | "village-graduate"
  | "womens-technology";

export interface Proof {
  nonce: string;
  bits: number;
}

/** The answer to the member proof of a refusal sign-in.proof-needed: SHA-256 of nonce and answer, joined as UTF-8, begins with so many zero bits. */
export interface ProofRequest {
  nonce: string;
  answer: string;
}

export interface PublicistRequest {
  name: string;
  phone: Phone;
}

export interface PublicistResponse {
  village: RegionCode;
  name: string;
  phone: string;
  since: Instant;
}

export interface PutMeRequest {
  name?: string | null;
  village?: RegionCode | null;
  gender?: string | number | null;
  birthYear?: number | null;
  ethnicGroup?: string | number | null;
  leftBehind?: boolean | null;
  language?: Language | null;
  consent?: ConsentRequest | null;
}

export interface QuestionFigures {
  id: string;
  shown: number;
  correct: number;
  facility: number | null;
  discrimination: number | null;
  byLanguage: LanguageFigures[];
}

export type QuestionPool = "ranked" | "practice";

export interface QuestionRequest {
  id: string;
  text: TextRequest;
  kind: TrainingsQuestionKind;
  options?: TextRequest[] | null;
  required?: boolean;
}

export interface QueuedVideoResponse {
  id: VideoId;
  kind: ReviewKind;
  film: number;
  title: string;
  field: ScientificField | null;
  language: Language;
  waitingSince: Instant;
  second: boolean;
  mayDecide: boolean;
  preview: Link;
  poster: Link;
  frames: Link[];
  video: OwnVideoResponse;
}

export interface RankResponse {
  region: RegionCode;
  rank: number;
  of: number;
  percentile: number;
  regionName: Text;
  /** My row and the nearest two on either side; empty when I am not among the first 100. */
  neighbours: LeaderboardEntry[];
}

export interface ReachedResponse {
  people: number | null;
  standardError: number;
}

export interface ReactionsResponse {
  liked: boolean;
  /** Today. */
  voted: boolean;
  /** Today, in its campaign; null when no votes are taken. */
  votesLeft: number | null;
}

export interface RebuildResponse {
  requestedAt: Instant | null;
  finishedAt: Instant | null;
  counties: number;
  done: number;
  rows: number;
  mended: number;
  unsettled: number;
}

export interface ReceiptsResponse {
  code: number;
  msg: string;
  result: number;
  errmsg: string;
}

export interface ReconciliationReport {
  at: Instant;
  since: Day;
  counties: number;
  rows: number;
  unsettled: number;
  found: number;
  differences: Difference[];
  failed: RegionCode[];
}

export interface ReconciliationResponse {
  last: ReconciliationReport | null;
}

/** A division: province, prefecture, county, town or village. */
export type RegionCode = string;

export type RegionLevel = "province" | "prefecture" | "county" | "town" | "village";

export interface RegionName {
  code: RegionCode;
  name: Text;
}

export interface RegionResponse {
  code: RegionCode;
  name: Text;
  level: RegionLevel;
  parent: RegionCode | null;
  children: RegionName[];
}

export interface RemoveVideoRequest {
  reason?: ReviewReason | null;
  text?: string | null;
}

export interface RenditionResponse {
  height: number;
  bytes: number;
  url: string;
}

export interface RenewUploadRequest {
  size?: number | null;
}

export interface RenewedUploadResponse {
  url: string;
  blockBytes: number;
  expiresAt: Instant;
  staged: Block[];
  poster: PosterUploadResponse;
}

export interface ReportResponse {
  reason: ReviewReason;
  text: string;
  at: Instant;
  state: ReportState;
}

export type ReportState = "open" | "upheld" | "dismissed";

export interface ReportVideoRequest {
  reason: ReviewReason;
  text?: string | null;
}

export interface ReportedResponse {
  reported: boolean;
}

/** A share of the seats, rounded down, that is kept for some people until a moment. */
export interface Reserved {
  share: number;
  audience: AudienceRule;
  until: Instant;
}

export interface ReservedRequest {
  share: number;
  audience: AudienceRequest;
  until: Instant;
}

export interface ResultEntry {
  rank: number;
  id: VideoId;
  title: string;
  theme: Text;
  region: RegionCode;
  author: string;
  votes: number;
  score: number | null;
  scores: number;
  award: Text | null;
}

export type ResultState = "voting" | "jury" | "public" | "final";

export interface ResultsDrawResponse {
  source: string;
  issue: string;
  drawnAt: Instant;
  outcomes: number;
  /** The digits, with one space between numbers; null before the draw. */
  value: string | null;
  algorithm: string;
  /** SHA-256 of the lines: SHA-256 of the lots, source, issue, value. */
  seed: string | null;
  /** How many lots are drawn: those that win first, then the substitutes. */
  lots: number;
}

export interface ResultsResponse {
  campaign: string;
  state: ResultState;
  juryClosesAt: Instant;
  finalAt: Instant;
  items: ResultEntry[];
  next: string | null;
}

export type ResultsState = "open" | "frozen" | "drawn" | "public" | "final";

export type ReviewKind = "film" | "caption" | "appeal";

export type ReviewReason = "unscientific" | "unsafe" | "advertising" | "privacy" | "copyright" | "quality" | "other";

export interface ReviewRequest {
  decision: StationDecision;
  reason?: string | null;
}

export type ReviewTime = "afterAttempt" | "afterClosing";

export interface ReviewVideoRequest {
  decision: "publish" | "reject" | "return";
  film: number;
  field: ScientificField;
  reason?: ReviewReason | null;
  text?: string | null;
  scientific?: boolean | null;
  second?: boolean | null;
}

export interface RevokeCertificateRequest {
  reason: string;
}

export type Role = "official" | "reviewer" | "jury" | "administrator";

export interface RoleResponse {
  role: Role;
  region: RegionCode;
}

export interface RosterAnswer {
  id: string;
  question: Text;
  answer: string;
}

export interface RosterEntry {
  enrolment: string;
  number: number;
  name: string;
  phone: string | null;
  village: RegionCode | null;
  villageName: string;
  state: EnrolmentState;
  position: number | null;
  signedUpAt: Instant;
  sessions: number[];
  attendedHours: number;
  certificate: string | null;
  rating: number | null;
  comment: string | null;
  ticket: string | null;
  answers: RosterAnswer[];
}

export type RosterFormat = "json" | "xlsx" | "csv";

export type ScientificField = "planting" | "husbandry" | "forestry" | "machinery" | "health" | "disaster" | "ecology" | "policy";

export interface ScoreVideoRequest {
  score: number;
}

export interface ScoredResponse {
  score: number;
}

export interface SelectApplicantsRequest {
  admitted: string[];
}

export interface SendCodeRequest {
  phone: Phone;
  proof?: ProofRequest | null;
}

export interface SendCodeResponse {
  challenge: string;
  expiresAt: Instant;
  retryAfterSeconds: number;
}

/** Sessions that repeat. */
export interface Series {
  everyDays: number;
  count: number;
}

export interface SeriesRequest {
  everyDays: number;
  count: number;
}

export interface Session {
  startsAt: Instant;
  endsAt: Instant;
}

export interface SessionRequest {
  startsAt: Instant;
  endsAt: Instant;
}

export interface ShowcaseReviewResponse {
  decision: FilmDecision;
  reason: ReviewReason | null;
  text: string;
  field: ScientificField | null;
  scientific: boolean;
  decidedAt: Instant;
}

export interface SignInRequest {
  challenge: string;
  code: string;
}

export interface SignInResponse {
  token: string;
  expiresAt: Instant;
  person: PersonResponse;
}

export interface SignUpPerson {
  phone: Phone;
  name: string;
  gender?: string | number | null;
  birthYear?: number | null;
  ethnicGroup?: string | number | null;
  leftBehind?: boolean | null;
  village?: RegionCode | null;
}

export interface SignUpRequest {
  /** Others than oneself are judged by what is declared here, never by a stored profile. */
  people?: SignUpPerson[] | null;
  /** By the id of the question: text, the number of an option, or yes and no. */
  answers?: Record<string, string> | null;
  /** All of the people get seats, or they wait together and may be passed by those who fit. */
  together?: boolean;
  /** At the door, after sign-up has closed; officials alone. */
  walkIn?: boolean;
}

export interface StandingResponse {
  ranked: boolean;
  /** Not there when I am ranked. */
  unrankedBecause?: UnrankedBecause;
  best: BestResponse | null;
  points: number;
  drawChances: number;
  ranks: RankResponse[];
  /** My lots in the draw, from the freeze on. */
  lots?: string[];
}

export type StationDecision = "approve" | "reject";

export interface StationRequest {
  name: TextRequest;
  village: RegionCode;
  address: string;
  latitude: number;
  longitude: number;
  opening: string;
  haves: HavesRequest;
}

export interface StationResponse {
  id: string;
  name: Text;
  village: RegionCode;
  placeNames: Text[];
  address: string;
  latitude: number;
  longitude: number;
  opening: string;
  haves: Haves;
  state: StationState;
  certifiedOn: Day | null;
  reason: string | null;
}

export type StationState = "applied" | "approved" | "certified" | "rejected";

export interface StationsPositionRequest {
  latitude: number;
  longitude: number;
}

export interface StatisticsHealth {
  auditedAt: Instant;
  differences: number;
  countiesFailed: number;
}

export interface StatisticsItem {
  key: PeriodKey;
  metrics: Record<Metric, MetricResponse>;
  reached: ReachedResponse | null;
}

export interface StatisticsResponse {
  region: RegionCode;
  period: Period;
  asOf: Instant;
  series: StatisticsItem[];
}

export interface StorageHealth {
  tables: Health;
  blobs: Health;
  missing?: string[];
}

export interface SubmissionResponse {
  receipt: string;
  ranked: boolean;
  unrankedBecause?: UnrankedBecause;
  score: number;
  outOf: number;
  passed: boolean;
  elapsedMs: number;
  submittedAt: Instant;
  points: number;
  drawChances: number;
  review: ContestsReviewResponse[];
  /** From when on all right answers are shown; not there when they are. */
  rightAnswersFrom?: Instant;
}

export interface SubmitAttemptRequest {
  answers: Record<string, string[]>;
}

export interface Teacher {
  name: string;
  title?: string;
}

export interface TeacherRequest {
  name: string;
  title?: string | null;
}

export interface TodayResponse {
  contests: TodaysContest[];
  /** What the caller can do today, with a token and an open contest. */
  attempt?: TodaysAttempt;
  trainings: ListTrainingsResponse[];
  /** Where the trainings are: the caller's county, or what it lies in where the county has none to sign up for. */
  trainingsIn: TodaysPlace;
  /** The caller's next training. */
  ticket?: NextTrainingResponse;
  video?: VideoCardResponse;
  unread: number;
}

export interface TodaysAttempt {
  contest: string;
  state: TodaysAttemptState;
  /** The attempt that is open, or the last one submitted today. */
  attempt?: string;
  deadline?: Instant;
  /** When the next attempt can be started; absent when none is left. */
  againFrom?: Instant;
  score?: number;
  outOf: number;
  passed?: boolean;
}

export type TodaysAttemptState = "profileNeeded" | "ready" | "open" | "done";

export interface TodaysContest {
  id: string;
  state: ContestState;
  title: Text;
  region: RegionCode;
  opensAt: Instant;
  closesAt: Instant;
  questions: number;
  /** For a whole paper. */
  seconds: number;
  attemptsPerDay: number;
}

export interface TodaysPlace {
  code: RegionCode;
  name: Text;
}

export type TrainingKind = "training" | "event";

export interface TrainingRequest {
  programme: Programme;
  kind: TrainingKind;
  title: TextRequest;
  village: RegionCode;
  sessions: SessionRequest[];
  signUpOpensAt: Instant;
  signUpClosesAt: Instant;
  capacity: number;
  hours: number;
  description?: TextRequest | null;
  station?: string | null;
  eligibility?: AudienceRequest | null;
  contact?: string | null;
  room?: string | null;
  position?: TrainingsPositionRequest | null;
  teachers?: TeacherRequest[] | null;
  syllabus?: LessonRequest[] | null;
  materials?: MaterialRequest[] | null;
  questions?: QuestionRequest[] | null;
  admission?: Admission | null;
  reserved?: ReservedRequest[] | null;
  completion?: CompletionRuleRequest | null;
  /** Repeats the one session of sessions; all sessions of a series are left as they are. */
  series?: SeriesRequest | null;
}

export interface TrainingResponse {
  id: string;
  programme: Programme;
  programmeName: Text;
  kind: TrainingKind;
  state: TrainingState;
  title: Text;
  description: Text | null;
  village: RegionCode;
  placeNames: Text[];
  station: string | null;
  sessions: Session[];
  signUpOpensAt: Instant;
  signUpClosesAt: Instant;
  eligibility: AudienceRule | null;
  hours: number;
  contact: string | null;
  capacity: number;
  confirmed: number;
  waiting: number;
  admission: Admission;
  room?: string;
  position?: Position;
  teachers: Teacher[];
  syllabus: Lesson[];
  materials: Material[];
  questions: TrainingsQuestion[];
  reserved: Reserved[];
  completion?: CompletionRule;
  series?: Series;
}

export type TrainingState = "announced" | "open" | "closed" | "over" | "cancelled";

export interface TrainingsPage {
  items: ListTrainingsResponse[];
  next: string | null;
  /** Where they are: as asked, or wider where nothing is near. */
  region: RegionCode;
  regionName: Text;
}

export interface TrainingsPositionRequest {
  latitude: number;
  longitude: number;
}

export interface TrainingsQuestion {
  id: string;
  text: Text;
  kind: TrainingsQuestionKind;
  options?: Text[];
  required: boolean;
}

export type TrainingsQuestionKind = "text" | "choice" | "yesNo";

export type UnrankedBecause = "role" | "bankRead" | "disqualified";

export interface UploadResponse {
  url: string;
  blockBytes: number;
  expiresAt: Instant;
}

export interface VideoCardResponse {
  id: VideoId;
  campaign: string | null;
  title: string;
  theme: Text;
  language: Language;
  region: RegionCode;
  author: string;
  publishedAt: Instant;
  durationMs: number;
  poster: Link;
  views: number | null;
  likes: number | null;
}

/** A video's id. */
export type VideoId = string;

export type VideoOrder = "newest" | "popular";

export interface VideoResponse {
  id: VideoId;
  campaign: string | null;
  title: string;
  description: string;
  theme: Text;
  language: Language;
  region: RegionCode;
  author: string;
  publishedAt: Instant;
  durationMs: number;
  width: number;
  height: number;
  playback: PlaybackResponse;
  poster: Link;
  views: number;
  likes: number;
  votes: number;
}

export type VideoState =
  | "uploading"
  | "inReview"
  | "returned"
  | "rejected"
  | "published"
  | "takenDown"
  | "erased"
  | "abandoned"
  | "preparing";

export interface ViewedResponse {
  viewed: boolean;
}

export interface VotedResponse {
  voted: boolean;
  votesLeft: number;
}

export interface WinnerResponse {
  prize: Text;
  by: PrizeBy;
  /** In the ranking, or in the order of the draw. */
  place: number;
  rank?: number;
  lot?: string;
  name: string;
  region: RegionCode;
  placeNames: Text[];
  state: CandidateState;
}

export type ProblemCode =
  | "appeal.made"
  | "appeal.not-possible"
  | "attempt.none-left"
  | "attempt.paper-gone"
  | "attempt.submitted"
  | "body.too-large"
  | "campaign.not-open"
  | "code.invalid"
  | "contest.not-open"
  | "contest.other-region"
  | "contest.published"
  | "draw.drawn"
  | "draw.none"
  | "draw.too-early"
  | "draw.values-differ"
  | "failed"
  | "fields.invalid"
  | "json.invalid"
  | "like.changed-too-often"
  | "media-type.unsupported"
  | "not-found"
  | "notice.previews-used-up"
  | "notice.too-few"
  | "notice.used-up"
  | "notice.withdrawn"
  | "objection.answered"
  | "objection.closed"
  | "objection.too-many"
  | "prize.forfeited"
  | "prize.handed-out"
  | "prize.not-claimed"
  | "prize.own"
  | "profile.incomplete"
  | "report.limited"
  | "results.draw-missing"
  | "results.frozen"
  | "results.not-final"
  | "results.not-frozen"
  | "results.too-early"
  | "review.by-another"
  | "review.decided"
  | "review.other-person"
  | "review.outdated"
  | "review.returns-used-up"
  | "role.missing"
  | "score.not-open"
  | "second.not-independent"
  | "sign-in.proof-needed"
  | "station.exists"
  | "station.reviews-used-up"
  | "storage.unavailable"
  | "token.invalid"
  | "token.missing"
  | "too-often"
  | "training.admission-fixed"
  | "training.admitted-too-many"
  | "training.cancelled"
  | "training.capacity-below-confirmed"
  | "training.changed"
  | "training.messages-used-up"
  | "training.moved-today"
  | "training.moved-too-often"
  | "training.no-selection"
  | "training.not-attended"
  | "training.not-eligible"
  | "training.others-used-up"
  | "training.over"
  | "training.sign-up-closed"
  | "training.sign-ups-used-up"
  | "training.withdrawn"
  | "video.closed"
  | "video.too-many-open"
  | "vote.none-left"
  | "vote.not-open";
