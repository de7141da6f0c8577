import type { DocumentsResponse, LegalDocument } from "../contract";
import { call } from "../shell/api";
import { Show, useLoaded } from "../shell/load";
import { of } from "../shell/texts";
import { say } from "./texts";

/** The privacy notice, or the terms. */
export const Notice = ({ name }: { name: "privacy" | "terms" }) => {
  const loaded = useLoaded(() => call<LegalDocument>("GET", `/api/documents/${name}`), name);
  return (
    <div class="slim">
      <Show what={loaded}>
        {({ title, version, sections }) => (
          <>
            <h1>{of(title)}</h1>
            <p class="soft">{say("version", version)}</p>
            {sections.map((section) => (
              <section key={section.title.zh}>
                <h2>{of(section.title)}</h2>
                {section.paragraphs.map((text) => (
                  <p key={text.zh}>{of(text)}</p>
                ))}
              </section>
            ))}
          </>
        )}
      </Show>
      <Operator />
    </div>
  );
};

/** Who runs the site, as far as its settings say. */
export const Operator = () => {
  const loaded = useLoaded(() => call<DocumentsResponse>("GET", "/api/documents"));
  if (loaded.state !== "there") return null;
  const { name, contact, icp } = loaded.value.operator;
  if (!name && !contact && !icp) return null;
  return (
    <p class="soft" lang="zh">
      {name && say("operator", name)} {contact}
      {icp && (
        <>
          <br />
          {icp}
        </>
      )}
    </p>
  );
};
