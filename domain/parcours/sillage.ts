/**
 * Header of Temporal under which a message, a start and an activity carry what they belong to, as every SDK's OpenTelemetry interceptor
 * writes it: a map of `traceparent`. It names no person and is not encrypted.
 */
export const ENTETE_SILLAGE = '_tracer-data';
