import { useSyncExternalStore } from "react";

/** A value outside React, for what few draw and many change. */
export interface Store<Value> {
  get: () => Value;
  set: (value: Value) => void;
  subscribe: (changed: () => void) => () => void;
}

/** A store that tells those who listen of every change. */
export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const changed of listeners) changed();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** What one sees of a store; drawn again only when that changes. Give back plain values. */
export function useStore<Value, Seen>(store: Store<Value>, see: (value: Value) => Seen): Seen {
  const seen = () => see(store.get());
  return useSyncExternalStore(store.subscribe, seen, seen);
}
