/** A signal as the SDK takes it in, its content not read yet. */
interface Signal {
  readonly signalName?: string | null;
}

interface Activateur {
  readonly signalHandlers: ReadonlyMap<string, unknown>;
  signalWorkflow(signal: Signal): void;
}

const PREFIXE_RESERVE = '__temporal_';

/**
 * Lets a signal whose name the SDK keeps for itself be unknown like another. The server takes it in; the SDK (1.24, `signalWorkflow`)
 * throws as soon as there is a default handler, hence at every workflow task for ever, and offers no option against it: renamed where
 * it is taken in. To be called before the default handler is set.
 */
export function accueillirNomsReserves(): void {
  const { __TEMPORAL_ACTIVATOR__: activateur } = globalThis as unknown as { __TEMPORAL_ACTIVATOR__: Activateur };
  const prendre = activateur.signalWorkflow.bind(activateur);
  activateur.signalWorkflow = (signal) => {
    const nom = signal.signalName ?? '';
    const reserve = nom.startsWith(PREFIXE_RESERVE) && !activateur.signalHandlers.has(nom);
    prendre(reserve ? Object.create(signal, { signalName: { value: nom.replace(/^_+/, '') } }) : signal);
  };
}
