import { createServer, type Socket } from "node:net";

/** What a server says of itself, and how it answers the messages of Bolt that follow HELLO. */
export interface Script {
  /** Such as `[5, 0]`. */
  readonly bolt: readonly [major: number, minor: number];
  readonly agent: string;
  /** Answers RUN and BEGIN with this failure; with success where there is none. */
  readonly failure?: { readonly code: string; readonly message: string };
}

const [HELLO, RUN, BEGIN, PULL, RESET, GOODBYE] = [0x01, 0x10, 0x11, 0x3f, 0x0f, 0x02];
const [SUCCESS, FAILURE, IGNORED] = [0x70, 0x7f, 0x7e];

const packString = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0xd0, bytes.length]), bytes]);
};
const packMap = (entries: Readonly<Record<string, string>>): Buffer =>
  Buffer.concat([
    Buffer.from([0xa0 + Object.keys(entries).length]),
    ...Object.entries(entries).flatMap(([key, value]) => [packString(key), packString(value)]),
  ]);
const packed = (tag: number, entries?: Readonly<Record<string, string>>): Buffer => {
  const fields = entries === undefined ? [] : [packMap(entries)];
  const body = Buffer.concat([Buffer.from([0xb0 + fields.length, tag]), ...fields]);
  return Buffer.concat([Buffer.from([body.length >> 8, body.length & 0xff]), body, Buffer.from([0, 0])]);
};

/** A server that speaks just enough Bolt to be of another version or to refuse. */
export async function scriptedServer(script: Script): Promise<{ readonly url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let buffered = Buffer.alloc(0);
    let hasShaken = false;
    let hasFailed = false;
    const answer = (tag: number): void => {
      if (tag === HELLO) socket.write(packed(SUCCESS, { server: script.agent, connection_id: "bolt-1" }));
      else if (tag === RESET) {
        hasFailed = false;
        socket.write(packed(SUCCESS, {}));
      } else if (tag === GOODBYE) socket.end();
      else if (hasFailed) socket.write(packed(IGNORED));
      else if ((tag === RUN || tag === BEGIN) && script.failure !== undefined) {
        hasFailed = true;
        socket.write(packed(FAILURE, { ...script.failure }));
      } else socket.write(packed(SUCCESS, tag === PULL ? { type: "r" } : {}));
    };
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      if (!hasShaken) {
        if (buffered.length < 20) return;
        hasShaken = true;
        buffered = buffered.subarray(20);
        socket.write(Buffer.from([0, 0, script.bolt[1], script.bolt[0]]));
      }
      // One message a chunk, with two zeroes behind it: none of these is longer than a chunk holds.
      while (buffered.length >= 2) {
        const length = buffered.readUInt16BE(0);
        if (length > 0 && buffered.length < length + 4) return;
        if (length > 0) answer(buffered[3] ?? 0);
        buffered = buffered.subarray(length === 0 ? 2 : length + 4);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `bolt://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
