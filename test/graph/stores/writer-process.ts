/** Writes generations as it is told on its input and says which were reported done; made to be killed. */
import { text } from "node:stream/consumers";
import { generationGraph } from "./generations.ts";
import { storeAt, type WriterTask } from "./writer-task.ts";

const { place, from } = JSON.parse(await text(process.stdin)) as WriterTask;
const store = await storeAt(place);
for (let generation = from; ; generation++) {
  process.stdout.write(`begin ${generation}\n`);
  await store.upsert(generationGraph(generation));
  process.stdout.write(`done ${generation}\n`);
}
