// Waiting for the network, as long as it takes.

/** Until the phone says that the network is back, or a while has passed; rejected as soon as nobody waits any more. */
export const networkOr = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resume, stop) => {
    const timer = setTimeout(back, milliseconds);
    addEventListener("online", back);
    signal?.addEventListener("abort", left);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", back);
      signal?.removeEventListener("abort", left);
    }
    function back() {
      end();
      resume();
    }
    function left() {
      end();
      stop(signal!.reason);
    }
  });

/** The next pause: twice as long, half a minute at most. */
export const longer = (milliseconds: number) => Math.min(milliseconds * 2, 30_000);
