import { Badge } from "../design/Badge";
import { Table } from "../design/Table";

const people = [
  { name: "金顺姬", village: "华阳社区", hours: 3, state: "confirmed" },
  { name: "朴永哲", village: "小营村", hours: 1.5, state: "confirmed" },
  { name: "王小明", village: "华阳社区", hours: 0, state: "waiting" },
];

export const People = () => (
  <Table
    name="People"
    rows={people}
    keyOf={({ name }) => name}
    textOf={({ name, village }) => `${name} ${village}`}
    filters={[
      {
        id: "state",
        name: "状态",
        options: [
          ["confirmed", "已确认"],
          ["waiting", "候补"],
        ],
        matches: ({ state }, wanted) => state === wanted,
      },
    ]}
    selection={{
      nameOf: ({ name }) => name,
      actions: (some) => <button type="button">{`Write to ${some.length}`}</button>,
    }}
    columns={[
      { id: "name", name: "姓名", of: ({ name }) => name, sort: ({ name }) => name },
      { id: "village", name: "村", of: ({ village }) => village, sort: ({ village }) => village },
      {
        id: "state",
        name: "状态",
        of: ({ state }) => <Badge tone={state === "waiting" ? "warm" : "good"}>{state === "waiting" ? "候补" : "已确认"}</Badge>,
      },
      { id: "hours", name: "学时", number: true, of: ({ hours }) => hours, sort: ({ hours }) => hours },
    ]}
  />
);
