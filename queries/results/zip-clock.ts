/** Signatures of a zip's parts, and where each keeps its time of change. */
const CENTRAL = { signature: 0x02014b50, time: 12 } as const;
const LOCAL = { signature: 0x04034b50, time: 10 } as const;
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 } as const;
/** 1980-01-01 00:00, the earliest that a zip can say. */
const EPOCH = 0x0021_0000;

/**
 * Stops the clock 时间归零 of a zip: each file in it says 1980-01-01, so that the same content makes the same bytes.
 * Bytes that are no zip stay as they are.
 */
export function stopClock(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return bytes;
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL.signature) break;
    view.setUint32(at + CENTRAL.time, EPOCH, true);
    const file = view.getUint32(at + 42, true);
    if (view.getUint32(file, true) === LOCAL.signature) view.setUint32(file + LOCAL.time, EPOCH, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END.length; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  return undefined;
}
