import { connect, createServer, type Server, type Socket } from "node:net";

/** The message COMMIT of Bolt, in its chunk. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** Stands between a driver and a server and breaks connections when a transaction is committed. */
export class BreakingProxy {
  readonly url: string;
  broken = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #commits = 0;
  #breaks: readonly number[] = [];

  private constructor(server: Server, target: URL) {
    this.#server = server;
    const address = server.address();
    this.url = `bolt://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    server.on("connection", (near) => this.#join(near, connect(Number(target.port), target.hostname)));
  }

  static async to(url: string): Promise<BreakingProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new BreakingProxy(server, new URL(url));
  }

  /** Breaks the connection at these commits from now on: odd ones after the server has heard of it, even ones before. */
  breakCommits(numbers: readonly number[]): void {
    this.#commits = 0;
    this.#breaks = numbers;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(near: Socket, far: Socket): void {
    let isDeaf = false;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
    far.on("data", (chunk) => {
      if (!isDeaf) near.write(chunk);
    });
    near.on("data", (chunk) => {
      const number = chunk.includes(COMMIT) ? ++this.#commits : 0;
      if (!this.#breaks.includes(number)) {
        far.write(chunk);
        return;
      }
      this.broken++;
      isDeaf = true;
      if (number % 2 === 1) far.write(chunk);
      // Long enough for the server to commit.
      setTimeout(() => near.destroy(), number % 2 === 1 ? 300 : 0);
    });
  }
}
