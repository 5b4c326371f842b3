/** Pushes one generation as it is told on its input; made to be killed. */
import { text } from "node:stream/consumers";
import { Connection } from "../../../../graph/stores/neo4j/connection.ts";
import { planPush, runPush } from "../../../../graph/stores/neo4j/push.ts";
import { generationGraph, type PushTask } from "../generations.ts";

const { address, name, generation, limits } = JSON.parse(await text(process.stdin)) as PushTask;
const connection = await Connection.open(address);
process.stdout.write("begun\n");
const request = { name, graph: generationGraph(generation), build: `g${generation}`, limits };
await runPush(connection, request, await planPush(connection, request));
process.stdout.write("done\n");
await connection.close();
