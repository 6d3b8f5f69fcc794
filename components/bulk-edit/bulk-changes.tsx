"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { type Option, SelectField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { ShownChange, ShownProject } from "./bulk-state";
import { ChangeRow } from "./change-row";
import { isSaid, OwnWhy, type TypedWhy } from "./own-why";

export type BulkWords = {
  file: string;
  read: string;
  project: string;
  field: string;
  current: string;
  typed: string;
  choice: string;
  empty: string;
  conflict: string;
  keep: string;
  take: string;
  fact: string;
  reason: string;
  reasonHint: string;
  reasonCode: string;
  ownWhy: string;
  ownWhySaid: string;
  /** Of a project that has no kind of reason of its own. */
  reasonOfFile: string;
  reasons: Option[];
  choose: string;
  documentNumber: string;
  documentOn: string;
  controlled: string;
  apply: string;
  decide: string;
  signIn: string;
  signedOut: string;
};

type Choice = "keep" | "take";
type Choices = Record<string, Choice>;

const keyOf = (id: number, field: string) => `${id} ${field}`;

/** Every changed cell before and after. Conflicts wait for a choice; everything else is taken unless it is kept. */
export function BulkChanges({
  words,
  projects,
  context,
  apply,
}: {
  words: BulkWords;
  projects: ShownProject[];
  context: Record<string, string>;
  apply: FormAction;
}) {
  const [choices, choose] = useState<Choices>({});
  const [whys, giveWhy] = useState<Record<number, TypedWhy>>({});
  const choiceOf = (id: number, change: ShownChange): Choice | null =>
    choices[keyOf(id, change.field)] ?? (change.conflict ? null : "take");
  const open = projects.flatMap(({ id, changes }) =>
    changes.filter((change) => choiceOf(id, change) === null),
  ).length;
  const takes = ({ id, changes }: ShownProject, of: "fact" | "controlled") =>
    changes.some((change) => change[of] && choiceOf(id, change) === "take");
  const asking = projects.filter((project) => takes(project, "controlled"));
  const edits = editsOf(
    projects,
    choiceOf,
    new Map(asking.map(({ id }) => [id, whys[id]] as const)),
  );
  return (
    <ActionForm action={apply} className="mt-4 grid gap-4" signInLabel={words.signIn}>
      <div className="overflow-x-auto rounded-card border border-line bg-surface">
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-line border-b text-left text-ink-3 text-xs">
              {[words.project, words.field, words.current, words.typed, words.choice].map(
                (head) => (
                  <th key={head} scope="col" className="px-3 py-1.5 font-medium">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          {projects.map((project) => (
            <tbody key={project.id} className="border-line border-b">
              {project.changes.map((change, at) => (
                <ChangeRow
                  key={change.field}
                  words={words}
                  name={at === 0 ? project.name : null}
                  rows={project.changes.length}
                  change={change}
                  group={keyOf(project.id, change.field)}
                  choice={choiceOf(project.id, change)}
                  ownWhy={
                    asking.includes(project) && (
                      <OwnWhy
                        words={words}
                        projectId={project.id}
                        why={whys[project.id]}
                        onChange={(why) => giveWhy((known) => ({ ...known, [project.id]: why }))}
                      />
                    )
                  }
                  onChoose={(choice) =>
                    choose((known) => ({ ...known, [keyOf(project.id, change.field)]: choice }))
                  }
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <input type="hidden" name="edits" value={JSON.stringify(edits)} readOnly />
      {Object.entries(context).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {projects.some((project) => takes(project, "fact")) && (
        <Why words={words} asks={asking.length > 0} />
      )}
      <div className="flex items-center gap-3">
        {open === 0 && edits.length > 0 && <SubmitButton>{words.apply}</SubmitButton>}
        {open > 0 && (
          <p className="text-amber">
            {words.decide} {open}
          </p>
        )}
      </div>
    </ActionForm>
  );
}

/** Why, once for the whole file; under which document where anything of it becomes a request. */
function Why({ words, asks }: { words: BulkWords; asks: boolean }) {
  return (
    <div className="grid max-w-[560px] gap-3">
      {asks && (
        <SelectField
          name="reasonCode"
          label={words.reasonCode}
          options={[{ value: "", label: words.choose }, ...words.reasons]}
          required
        />
      )}
      <TextField name="reason" label={words.reason} hint={words.reasonHint} required />
      {asks && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField name="documentNumber" label={words.documentNumber} />
          <TextField name="documentOn" type="date" label={words.documentOn} />
        </div>
      )}
    </div>
  );
}

function editsOf(
  projects: ShownProject[],
  choiceOf: (id: number, change: ShownChange) => Choice | null,
  whys: Map<number, TypedWhy | undefined>,
) {
  return projects.flatMap(({ id, version, changes }) => {
    const taken = changes.filter((change) => choiceOf(id, change) === "take");
    const values = Object.fromEntries(taken.map(({ field, value }) => [field, value]));
    const why = whys.get(id);
    const edit = { id, version, values, ...(isSaid(why) && { why }) };
    return taken.length === 0 ? [] : [edit];
  });
}
