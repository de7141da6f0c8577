// Puts blocks of a file where a signed URL says, and commits them: node upload.mjs URL FILE BLOCK_BYTES FROM TO COMMIT
// The client is the official one and knows nothing of us.
import { open } from "node:fs/promises";
import { createHash } from "node:crypto";
import { AnonymousCredential, BlockBlobClient } from "@azure/storage-blob";

const [url, path, blockBytes, from, to, commit] = process.argv.slice(2);
const blob = new BlockBlobClient(url, new AnonymousCredential(), { retryOptions: { maxTries: 1 } });
const file = await open(path);
const size = (await file.stat()).size;
const count = Math.ceil(size / Number(blockBytes));
const idOf = (number) => Buffer.from(String(number).padStart(6, "0")).toString("base64");
for (let number = Number(from); number < Math.min(Number(to), count); number++) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Number(blockBytes)), 0, Number(blockBytes), number * Number(blockBytes));
  const block = buffer.subarray(0, bytesRead);
  await blob.stageBlock(idOf(number), block, block.length, { transactionalContentMD5: createHash("md5").update(block).digest() });
}
if (commit === "commit")
  await blob.commitBlockList(
    Array.from({ length: count }, (_, number) => idOf(number)),
    { blobHTTPHeaders: { blobContentType: "video/mp4" } },
  );
await file.close();
