import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "./Icon";
import order from "./icons/arrow-up-down.svg";
import down from "./icons/chevron-down.svg";
import { Empty } from "./Empty";
import { searched, sorted, type SortKey, type Sorting } from "./rows";
import { say } from "./tableTexts";

export interface Column<T> {
  id: string;
  name: string;
  of: (row: T) => ComponentChildren;
  /** Makes the column sortable. */
  sort?: (row: T) => SortKey;
  /** Numbers stand at the right. */
  number?: boolean;
}

export interface Filter<T> {
  id: string;
  name: string;
  options: readonly (readonly [value: string, name: string])[];
  matches: (row: T, value: string) => boolean;
}

interface Props<T> {
  name: string;
  rows: T[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  /** Makes it searchable: all that somebody may look for. */
  textOf?: (row: T) => string;
  filters?: readonly Filter<T>[];
  start?: Sorting;
  empty?: ComponentChildren;
  /** Makes rows selectable: what can be done with those that are, and how a row is called. */
  selection?: { nameOf: (row: T) => string; actions: (rows: T[], clear: () => void) => ComponentChildren };
}

/** Rows with search, filters, sorting and selection. On a phone each row is a card. */
export const Table = <T,>({ name, rows, columns, keyOf, textOf, filters = [], start, empty, selection }: Props<T>) => {
  const [words, write] = useState("");
  const [values, filter] = useState<Record<string, string>>({});
  const [sorting, sort] = useState<Sorting | undefined>(start);
  const [chosen, choose] = useState<string[]>([]);
  const column = sorting && columns.find(({ id }) => id === sorting.column);
  const kept = filters.reduce((some, { id, matches }) => (values[id] ? some.filter((row) => matches(row, values[id]!)) : some), rows);
  const found = textOf ? searched(kept, words, textOf) : kept;
  const shown = column?.sort ? sorted(found, column.sort, sorting!.down) : found;
  const selected = rows.filter((row) => chosen.includes(keyOf(row)));
  if (!rows.length) return <Empty>{empty ?? say("nothing")}</Empty>;
  return (
    <div class="table">
      {(textOf || filters.length > 0) && (
        <Tools words={textOf && words} onWrite={write} filters={filters} values={values} onFilter={filter} />
      )}
      <p class="soft count" role="status">
        {shown.length < rows.length ? say("shown", shown.length, rows.length) : say("total", rows.length)}
      </p>
      {selection && selected.length > 0 && (
        <div class="selected row">
          <b>{say("selected", selected.length)}</b>
          {selection.actions(selected, () => choose([]))}
          <button type="button" class="plain" onClick={() => choose([])}>
            {say("clear")}
          </button>
        </div>
      )}
      {shown.length === 0 ? (
        <Empty>{say("nothing")}</Empty>
      ) : (
        <table class="stacked">
          <caption class="sr">{name}</caption>
          <thead>
            <tr>
              {selection && (
                <th class="pickbox">
                  <label>
                    <input
                      type="checkbox"
                      checked={shown.every((row) => chosen.includes(keyOf(row)))}
                      onChange={(event) => choose(event.currentTarget.checked ? shown.map(keyOf) : [])}
                    />
                    <span>{say("selectAll")}</span>
                  </label>
                </th>
              )}
              {columns.map((one) => (
                <Heading key={one.id} column={one} sorting={sorting} onSort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const key = keyOf(row);
              return (
                <tr key={key} class={chosen.includes(key) ? "chosen" : ""}>
                  {selection && (
                    <td class="pickbox">
                      <input
                        type="checkbox"
                        aria-label={say("select", selection.nameOf(row))}
                        checked={chosen.includes(key)}
                        onChange={(event) =>
                          choose(event.currentTarget.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                        }
                      />
                    </td>
                  )}
                  {columns.map(({ id, name: head, of, number }, at) =>
                    at === 0 ? (
                      <th key={id} scope="row">
                        {of(row)}
                      </th>
                    ) : (
                      <td key={id} class={number ? "n" : ""} data-name={head}>
                        {of(row)}
                      </td>
                    ),
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
};

const Heading = <T,>({ column, sorting, onSort }: { column: Column<T>; sorting: Sorting | undefined; onSort: (by: Sorting) => void }) => {
  const here = sorting?.column === column.id;
  return (
    <th scope="col" class={column.number ? "n" : ""} aria-sort={here ? (sorting!.down ? "descending" : "ascending") : undefined}>
      {column.sort ? (
        <button
          type="button"
          class={here && !sorting!.down ? "sort up" : "sort"}
          onClick={() => onSort({ column: column.id, down: here ? !sorting!.down : !!column.number })}
        >
          {column.name} <Icon of={here ? down : order} name={say("sortBy", column.name)} />
        </button>
      ) : (
        column.name
      )}
    </th>
  );
};

const Tools = <T,>({
  words,
  onWrite,
  filters,
  values,
  onFilter,
}: {
  words: string | undefined;
  onWrite: (words: string) => void;
  filters: readonly Filter<T>[];
  values: Record<string, string>;
  onFilter: (values: Record<string, string>) => void;
}) => {
  const id = useId();
  return (
    <div class="tools">
      {words !== undefined && (
        <div>
          <label for={id}>{say("search")}</label>
          <input id={id} type="search" value={words} onInput={(event) => onWrite(event.currentTarget.value)} />
        </div>
      )}
      {filters.map((filter) => (
        <div key={filter.id}>
          <label for={`${id}-${filter.id}`}>{filter.name}</label>
          <select
            id={`${id}-${filter.id}`}
            value={values[filter.id] ?? ""}
            onChange={(event) => onFilter({ ...values, [filter.id]: event.currentTarget.value })}
          >
            <option value="">{say("all")}</option>
            {filter.options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
};
