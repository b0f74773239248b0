import type { Sinks } from '@temporalio/workflow';

/** What a workflow tells its worker about itself. */
export interface DitsDesWorkflows extends Sinks {
  echecs: {
    /** Its task fails: why, in words, and where. */
    dire(message: string, pile: string): void;
  };
}
