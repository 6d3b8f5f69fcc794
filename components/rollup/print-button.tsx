"use client";

/** Opens the browser's print dialogue. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      onClick={() => window.print()}
      className="rounded-card border border-line-3 bg-surface px-3 py-1.25 hover:bg-sunken max-sm:min-h-11"
    >
      {label}
    </button>
  );
}
