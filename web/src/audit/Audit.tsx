import { useState } from "preact/hooks";
import type { AuditResponse as Entry } from "../contract";
import { Badge } from "../design/Badge";
import { Empty } from "../design/Empty";
import { Table, type Column } from "../design/Table";
import { RegionChoice, RegionName } from "../regions/RegionChoice";
import { moment } from "../shell/format";
import { Choice, Field, SelectField } from "../staff/Fields";
import { For } from "../staff/For";
import { Listed, useList } from "../staff/List";
import { say as sayOfStaff } from "../staff/texts";
import { today, daysBefore } from "../staff/days";
import type { Place } from "../work/places";
import { actionName, say } from "./texts";

const usualDays = 30;

/** Who read personal data, used a role or was refused. */
export const Audit = () => <For roles={["administrator"]}>{(places) => <OfRegion places={places} />}</For>;

const OfRegion = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const [from, setFrom] = useState(daysBefore(today(), usualDays));
  const [to, setTo] = useState(today());
  const [which, setWhich] = useState<"everything" | "allowed" | "refused">("everything");
  const [action, setAction] = useState("");
  const list = useList<Entry>(`/api/audit?region=${region}&from=${from}&to=${to}&limit=50`);
  const actions = [...new Set(list.items.map((entry) => entry.action))];
  const fits = (entry: Entry) =>
    (!action || entry.action === action) && (which === "everything" || entry.allowed === (which === "allowed"));
  return (
    <>
      <h1>{say("title")}</h1>
      <p class="soft">{say("note")}</p>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <div class="grid">
        <DayField name={say("from")} value={from} most={to} onChange={setFrom} />
        <DayField name={say("to")} value={to} least={from} onChange={setTo} />
        <SelectField
          name={say("action")}
          value={action}
          onChange={setAction}
          options={[["", say("anyAction")], ...actions.map((one) => [one, actionName(one)] as const)]}
        />
      </div>
      <Choice
        name={say("which")}
        value={which}
        onChange={setWhich}
        options={(["everything", "allowed", "refused"] as const).map((one) => [one, say(one)] as const)}
      />
      <Listed list={list} empty={say("none")}>
        {(items) => {
          const shown = items.filter(fits);
          return shown.length ? (
            <Table<Entry>
              name={say("title")}
              rows={shown}
              keyOf={(entry) => `${entry.at} ${entry.person} ${entry.action} ${entry.subject}`}
              textOf={(entry) => [entry.name, entry.person, actionName(entry.action), entry.subject].join(" ")}
              columns={columnsNow()}
            />
          ) : (
            <Empty>{say("noneOfThese", items.length)}</Empty>
          );
        }}
      </Listed>
    </>
  );
};

const columnsNow = (): Column<Entry>[] => [
  { id: "at", name: say("at"), of: ({ at }) => moment(at), sort: ({ at }) => at },
  {
    id: "who",
    name: say("who"),
    of: ({ name, person }) => (
      <>
        {name ?? say("nameless")} <small class="soft code">{person.slice(0, 8)}</small>
      </>
    ),
    sort: ({ name }) => name,
  },
  { id: "what", name: say("what"), of: ({ action }) => actionName(action), sort: ({ action }) => actionName(action) },
  { id: "where", name: say("where"), of: ({ region }) => <RegionName code={region} />, sort: ({ region }) => region },
  { id: "subject", name: say("subject"), of: ({ subject }) => <span class="code">{brief(subject)}</span> },
  {
    id: "outcome",
    name: say("outcome"),
    of: ({ allowed }) => <Badge tone={allowed ? "good" : "bad"}>{allowed ? say("yes") : `✗ ${say("no")}`}</Badge>,
    sort: ({ allowed }) => Number(allowed),
  },
];

/** Ids are long, and their beginnings tell them apart; a role is said as elsewhere. */
const brief = (subject: string) =>
  subject
    .replace(/[0-9a-f]{16,}/g, (id) => `${id.slice(0, 8)}…`)
    .replace(/^(Official|Reviewer|Jury|Administrator)\b/, (role) => sayOfStaff(role.toLowerCase() as "jury")) || "—";

const DayField = ({
  name,
  value,
  least,
  most,
  onChange,
}: {
  name: string;
  value: string;
  least?: string;
  most?: string;
  onChange: (day: string) => void;
}) => (
  <Field name={name}>
    {(id) => (
      <input
        id={id}
        type="date"
        required
        value={value}
        min={least}
        max={most}
        onChange={(event) => event.currentTarget.value && onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);
