import { Field } from "../../staff/Fields";
import { fields, sayField, type ScientificField } from "../reasons";

/** A scientific field; with a word for any of them, it filters. */
export const FieldChoice = ({
  name,
  any,
  value,
  onChange,
}: {
  name: string;
  any?: string;
  value: ScientificField | "";
  onChange: (field: ScientificField | "") => void;
}) => (
  <Field name={name}>
    {(id) => (
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as ScientificField | "")}>
        <option value="">{any ?? ""}</option>
        {fields.map((one) => (
          <option key={one} value={one}>
            {sayField(one)}
          </option>
        ))}
      </select>
    )}
  </Field>
);
