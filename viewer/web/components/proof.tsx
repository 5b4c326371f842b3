import { useSignal } from "@preact/signals";
import type { EdgeData } from "../../../graph/model/graph-data.ts";
import { words } from "../state/language.ts";
import { IconButton } from "./button.tsx";

/** What the shell would read into double quotes. */
const quoted = (id: string): string => `"${id.replace(/["\\$`]/gu, "\\$&")}"`;

const explainCommand = (edge: EdgeData): string => `ceyuan explain ${quoted(edge.id)}`;

/** How a relation was read 由来: rule, confidence, whether inferred, and the command that verifies it. */
export function Proof({ edge, id }: { edge: EdgeData; id: string }) {
  const { panel } = words.value;
  const { rule, confidence, inferred } = edge.properties;
  return (
    <dl class="how" id={id}>
      {typeof rule === "string" ? (
        <div>
          <dt>{panel.rule}</dt>
          <dd>
            <code>{rule}</code>
          </dd>
        </div>
      ) : null}
      {typeof confidence === "number" ? (
        <div>
          <dt>{panel.confidenceName}</dt>
          <dd>{`${Math.round(confidence * 100)}%`}</dd>
        </div>
      ) : null}
      {inferred === true ? (
        <div>
          <dt>{panel.inferred}</dt>
          <dd>{panel.inferredHint}</dd>
        </div>
      ) : null}
      <div>
        <dt>{panel.command}</dt>
        <dd class="command">
          <code>{explainCommand(edge)}</code>
          <CopyCommand command={explainCommand(edge)} />
        </dd>
      </div>
    </dl>
  );
}

function CopyCommand({ command }: { command: string }) {
  const done = useSignal(false);
  const { panel } = words.value;
  return (
    <IconButton
      icon={done.value ? "check" : "copy"}
      label={done.value ? panel.copied : panel.copyCommand}
      onPress={() => {
        const copy = async (): Promise<void> => {
          await navigator.clipboard.writeText(command);
          done.value = true;
          setTimeout(() => {
            done.value = false;
          }, 1500);
        };
        /* Where the browser refuses, the words stand there to be selected. */
        void copy().catch(() => undefined);
      }}
    />
  );
}
