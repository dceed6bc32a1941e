"use client";
import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ActionState, ServerAction, Submitted } from "@/lib/platform/action-state";
import { type FieldWords, FormContext } from "./form-context";
import { FormProblem } from "./form-problem";
import { formDataOf } from "./form-values";
import { KeepingContext } from "./keeping-context";
import { toast } from "./toast";
import { UnsavedGuard } from "./unsaved-guard";

type FormProps<Data> = {
  action: ServerAction<Data>;
  children: ReactNode;
  onDone?: (data: Data) => void;
  /** Ask before changes that were not saved are left behind. */
  guard?: boolean;
  /** Empty the form after it was accepted, for forms that add one thing after another. */
  reset?: boolean;
  className?: string;
};

const NOTHING_SENT = {};

const told = new WeakSet<object>();

function tell<Data>(answer: ActionState<Data>) {
  if (!answer?.ok || !answer.message || told.has(answer)) return;
  told.add(answer);
  toast({ message: answer.message, tone: "success" });
}

/**
 * Says what an action answered the moment it answers: the answer may take the form itself off the page, and no effect of
 * the form runs after that. The server keeps the action as it is, because only so the browser can post it without scripts.
 */
function telling<Data>(action: ServerAction<Data>): ServerAction<Data> {
  if (typeof window === "undefined") return action;
  return async (before, data) => {
    const answer = await action(before, data);
    tell(answer);
    return answer;
  };
}

function focusFirstProblem(form: HTMLFormElement) {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]:not(:disabled, [type="hidden"])');
  (field ?? form.querySelector<HTMLElement>("[data-form-problem]"))?.focus();
}

/**
 * The one form. Before scripts have loaded the browser posts it; afterwards it is sent from `onSubmit`, because
 * React empties a form that runs its action by itself, and what a person typed must outlive a refusal.
 */
export function Form<Data>({ action, children, onDone, guard, reset, className }: FormProps<Data>) {
  const [state, send, pending] = useActionState<ActionState<Data>, FormData>(telling(action), null);
  const keeping = useContext(KeepingContext);
  const own = useRef<HTMLFormElement>(null);
  const form = keeping?.form ?? own;
  const [fields] = useState(() => new Map<string, FieldWords>());
  const [refill, setRefill] = useState<{ round: number; after: unknown; values: Submitted } | null>(null);
  const id = useId().replace(/[^\w-]/g, "");

  const settle = useEffectEvent((answer: ActionState<Data>) => {
    if (!answer || !form.current) return;
    if (!answer.ok) return focusFirstProblem(form.current);
    if (reset) form.current.reset();
    tell(answer);
    onDone?.(answer.data);
  });
  useEffect(() => settle(state), [state]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // A form inside a dialog is, for React, also inside the form that opened it.
    event.stopPropagation();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => send(data));
  }

  const refused = state && !state.ok ? state : null;
  const typed = refill?.after === state ? refill.values : (refused?.submitted ?? keeping?.values);
  const context = useMemo(() => {
    const resolve = (values: Submitted) => {
      setRefill((before) => ({ round: (before?.round ?? 0) + 1, after: state, values }));
      startTransition(() => send(formDataOf(values)));
    };
    const submitted = typed ?? NOTHING_SENT;
    const refusal = refused?.refusal ?? null;
    const shown = { refusal, submitted, refilled: typed != null, showsConflicts: keeping !== null };
    return { id, pending, ...shown, fields, formElement: form, resolve };
  }, [id, pending, refused, typed, keeping, fields, form, send, state]);
  return (
    <FormContext value={context}>
      <form
        ref={form}
        action={send}
        onSubmit={submit}
        noValidate
        aria-busy={pending}
        className={className ?? "grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-y-1"}
      >
        <KeepingContext value={null}>
          {keeping?.top}
          <FormProblem />
          <Fragment key={refill?.round}>{children}</Fragment>
        </KeepingContext>
      </form>
      {guard && <UnsavedGuard form={form} savedBy={state?.ok ? state : null} />}
    </FormContext>
  );
}
