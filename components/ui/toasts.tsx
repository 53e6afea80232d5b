"use client";

import { X } from "lucide-react";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";

interface Toast {
  text: string;
  /** What one click may take back, with its label. */
  action?: { label: string; run: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/**
 * Says something once, with at most one thing to do about it: at the foot of a desk, and on a phone
 * above the sheet, away from the controls under the thumb.
 */
export const useToast = () => use(ToastContext);

const lastsMs = 9000;

interface ToastsProps {
  closeLabel: string;
  children: ReactNode;
}

/** Holds the one toast in sight; a new one takes its place. */
export function Toasts({ closeLabel, children }: ToastsProps) {
  const [toast, setToast] = useState<(Toast & { key: number }) | null>(null);
  const show = useCallback((next: Toast) => setToast({ ...next, key: Date.now() }), []);
  const close = useCallback(() => setToast(null), []);
  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(close, lastsMs);
    return () => clearTimeout(timer);
  }, [toast, close]);
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <div
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 top-16 z-50 flex justify-center px-4 lg:top-auto lg:bottom-6"
      >
        {toast && (
          <div
            key={toast.key}
            className="loud pointer-events-auto flex max-w-md items-center gap-3 rounded-xl bg-ink py-2 pr-2 pl-4 text-on-ink"
          >
            <span>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                className="min-h-8 whitespace-nowrap rounded-md px-2 font-semibold underline underline-offset-4 focus-visible:outline-on-ink"
                onClick={() => {
                  toast.action?.run();
                  close();
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button
              type="button"
              aria-label={closeLabel}
              className="grid size-8 place-items-center rounded-md focus-visible:outline-on-ink"
              onClick={close}
            >
              <X aria-hidden className="size-4" />
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
