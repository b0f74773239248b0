import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Messages and stacks of failures become payloads, hence encrypted: a message may quote what a person wrote.
 * Named by path in the data converter: this file is also bundled into the workflow sandbox.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
