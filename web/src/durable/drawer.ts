// What must survive a flat battery. localStorage reaches the disk seconds after it was written; IndexedDB says when it has.

export interface Drawer<T> {
  /** True when it is really kept. */
  put(key: string, value: T): Promise<boolean>;
  take(key: string): Promise<T | null>;
  drop(key: string): Promise<unknown>;
  all(): Promise<T[]>;
}

const patience = 2000; // ms; in some browsers inside other apps it never answers

export const drawer = <T>(name: string): Drawer<T> => {
  const within = <R>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<R>) =>
    new Promise<R>((done, failed) => {
      setTimeout(failed, patience);
      const opening = indexedDB.open(`estation.${name}`, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(name);
      opening.onerror = failed;
      opening.onsuccess = () => {
        const opened = opening.result;
        const doing = opened.transaction(name, mode, { durability: "strict" });
        const asked = act(doing.objectStore(name));
        doing.oncomplete = () => {
          done(asked.result);
          opened.close();
        };
        doing.onabort = () => {
          failed(doing.error);
          opened.close();
        };
      };
    });
  return {
    put: (key, value) =>
      within("readwrite", (store) => store.put(value, key)).then(
        () => true,
        () => false,
      ),
    take: (key) =>
      within<T | undefined>("readonly", (store) => store.get(key)).then(
        (value) => value ?? null,
        () => null,
      ),
    drop: (key) => within("readwrite", (store) => store.delete(key)).catch(() => undefined), // nothing was kept
    all: () => within<T[]>("readonly", (store) => store.getAll()).catch(() => []),
  };
};
