import type { Scene } from './scene';

/** What follows a fault. */
export interface Suite {
  /** Ends it, as the machine's supervisor or its operator would. */
  lever(): Promise<void>;
  /** What more is amiss once all is in order, one French line each. */
  verifier?(): Promise<string[]>;
}

/** A fault that a cluster with journeys on it survives. */
export interface Faute {
  /** By which `--seule` asks for it. */
  nom: string;
  /** French, for the report. */
  quoi: string;
  /** What `jalon sante` says meanwhile; null when the fault is over before anyone would look, or when nothing says it. */
  dit: RegExp | null;
  /** Needs the engine in four processes. */
  enQuatre?: boolean;
  /** Needs disks of its own, which only root mounts. */
  surDisques?: boolean;
  /** Causes it, on journeys to some of which something has just happened. */
  provoquer(scene: Scene): Promise<Suite>;
}
