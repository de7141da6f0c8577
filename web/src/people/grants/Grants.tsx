import { useState } from "preact/hooks";
import type { GrantResponse as Grant } from "../../contract";
import { Badge } from "../../design/Badge";
import { Table } from "../../design/Table";
import { RegionChoice, RegionName } from "../../regions/RegionChoice";
import { call } from "../../shell/api";
import { moment } from "../../shell/format";
import { Problem, useAction } from "../../shell/load";
import type { Role } from "../../shell/session";
import { FormProblem, SelectField, TextField } from "../../staff/Fields";
import { For } from "../../staff/For";
import { Listed, useList } from "../../staff/List";
import { say as sayOfStaff } from "../../staff/texts";
import type { Place } from "../../work/places";
import { Surely } from "../../work/Staff";
import { say } from "./texts";

const roles = ["official", "reviewer", "jury", "administrator"] as const;

/** Who may do what in a region. */
export const Grants = () => <For roles={["administrator"]}>{(places) => <OfRegion places={places} />}</For>;

const OfRegion = ({ places }: { places: Place[] }) => {
  const [region, setRegion] = useState(places[0]!.code);
  const [told, tell] = useState("");
  const list = useList<Grant>(`/api/grants?region=${region}`);
  const { busy, problem, run } = useAction();
  const take = (grant: Grant) =>
    run(async () => {
      await call("DELETE", `/api/grants/${grant.id}`);
      list.change(list.items.filter(({ id }) => id !== grant.id));
      tell(say("taken", grant.phone));
    });
  return (
    <>
      <h1>{say("title")}</h1>
      <p class="soft">{say("note")}</p>
      <RegionChoice roots={places} region={region} onChange={setRegion} />
      <Give
        region={region}
        onGiven={(grant) => {
          tell(say("given", grant.phone, sayOfStaff(grant.role)));
          list.reload();
        }}
      />
      <div role="status">{told && <p class="note">{told}</p>}</div>
      <Problem of={problem} />
      <Listed list={list} empty={say("none")}>
        {(items) => (
          <Table<Grant>
            name={say("title")}
            rows={items}
            keyOf={({ id }) => id}
            textOf={({ phone, role }) => `${phone} ${sayOfStaff(role)}`}
            filters={[
              {
                id: "role",
                name: say("role"),
                options: roles.map((role) => [role, sayOfStaff(role)] as const),
                matches: (grant, role) => grant.role === role,
              },
            ]}
            columns={[
              { id: "phone", name: say("phone"), of: ({ phone }) => phone, sort: ({ phone }) => phone },
              { id: "role", name: say("role"), of: ({ role }) => <Badge>{sayOfStaff(role)}</Badge>, sort: ({ role }) => sayOfStaff(role) },
              { id: "region", name: say("region"), of: (grant) => <RegionName code={grant.region} />, sort: (grant) => grant.region },
              { id: "at", name: say("givenAt"), of: ({ givenAt }) => moment(givenAt), sort: ({ givenAt }) => givenAt },
              { id: "action", name: say("action"), of: (grant) => <Surely name={say("take")} busy={busy} onYes={() => take(grant)} /> },
            ]}
          />
        )}
      </Listed>
    </>
  );
};

const Give = ({ region, onGiven }: { region: string; onGiven: (grant: Grant) => void }) => {
  const [phone, setPhone] = useState("");
  const [role, setRole] = useState<Role["role"]>("official");
  const { busy, problem, run } = useAction();
  const give = () =>
    run(async () => {
      const grant = await call<Grant>("POST", "/api/grants", { phone: phone.replace(/\s/g, ""), role, region });
      setPhone("");
      onGiven(grant);
    });
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h2>{say("give")}</h2>
      <p>
        {say("region")}:{" "}
        <b>
          <RegionName code={region} />
        </b>
      </p>
      <div class="grid">
        <TextField
          name={say("phone")}
          at="phone"
          problem={problem}
          hint={say("phoneHint")}
          value={phone}
          onChange={setPhone}
          required
          maxLength={20}
        />
        <SelectField
          name={say("role")}
          at="role"
          problem={problem}
          value={role}
          onChange={(value) => setRole(value as Role["role"])}
          options={roles.map((one) => [one, say(`${one}Note`)] as const)}
        />
      </div>
      <FormProblem of={problem} shown={["phone", "role"]} />
      <p class="row">
        <button class="main" disabled={busy || !phone.trim()}>
          {say("give")}
        </button>
      </p>
    </form>
  );
};
