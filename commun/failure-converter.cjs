const { DefaultFailureConverter } = require('@temporalio/common');

/**
 * Messages and stacks of failures become payloads, hence encrypted: a message may quote what a person wrote.
 * Named by path in the data converter, which loads it as it stands: this file is also bundled into the workflow sandbox.
 */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
