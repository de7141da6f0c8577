import type { NoticeResponse, TrainingResponse } from "../contract";
import { call, type Contest } from "../shell/api";
import { day } from "../shell/format";
import { Show, useLoaded } from "../shell/load";
import { of, t } from "../shell/texts";
import { qrPicture } from "../trainings/qr";
import { spanOf } from "../trainings/when";
import { fresh } from "../work/fresh";
import { say } from "./texts";

interface Sheet {
  title: string;
  text: string;
  facts: [name: string, value: string][];
  /** Where its QR code leads: a page of the site, after the #. */
  page: string;
}

/** An A4 sheet for the village's board, with a QR code: a training, a contest or a notice. */
export const Poster = ({ route: [, kind, id, region] }: { route: string[] }) => {
  const sheet = useLoaded(() => sheetOf(kind, id!, region), kind, id);
  return <Show what={sheet}>{(found) => (found ? <Printed sheet={found} /> : <p class="note">{say("gone")}</p>)}</Show>;
};

const sheetOf = (kind: string | undefined, id: string, region: string | undefined): Promise<Sheet | null> =>
  kind === "training" ? ofTraining(id) : kind === "contest" ? ofContest(id) : ofNotice(id, region!);

const ofTraining = async (id: string): Promise<Sheet> => {
  const training = await call<TrainingResponse>("GET", `/api/trainings/${id}`);
  return {
    title: of(training.title),
    text: of(training.description),
    page: `/trainings/${id}`,
    facts: [
      ...training.sessions.map((session): [string, string] => [say("when"), spanOf(session)]),
      [say("where"), training.placeNames.slice(2).map(of).join(" ")],
      [say("whom"), say("people", training.capacity)],
      ...(training.contact ? [[say("contact"), training.contact] as [string, string]] : []),
    ],
  };
};

const ofContest = async (id: string): Promise<Sheet> => {
  const contest = await call<Contest>("GET", `/api/contests/${id}`);
  return {
    title: of(contest.title),
    text: of(contest.description),
    page: `/contest/${id}`,
    facts: [
      [say("when"), say("until", day(contest.closesAt))],
      ["", say("questions", contest.draw.count)],
    ],
  };
};

const ofNotice = async (id: string, region: string): Promise<Sheet | null> => {
  const { items } = await fresh<{ items: NoticeResponse[] }>(`/api/notices?region=${region}&limit=100`);
  const notice = items.find((one) => one.id === id);
  return notice ? { title: of(notice.title), text: of(notice.text), page: "/inbox", facts: [] } : null;
};

const Printed = ({ sheet: { title, text, facts, page } }: { sheet: Sheet }) => (
  <>
    <p class="row no-print">
      <button type="button" class="main" onClick={() => print()}>
        {say("print")}
      </button>
    </p>
    <article class="sheet">
      <p class="brand">{t("title")}</p>
      <h1>{title}</h1>
      <dl>
        {facts.map(([name, value], at) => (
          <div key={at}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="lines">{text}</p>
      <footer>
        <img src={qrPicture(`${location.origin}/#${page}`)} alt={`${location.origin}/#${page}`} />
        <p>{say("scan")}</p>
      </footer>
    </article>
  </>
);
