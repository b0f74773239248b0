import { ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { peutEtreParvenu } from './sort-d-un-envoi';

/** An error as gRPC's client raises it, wrapped as the SDK does. */
const grpc = (code: number): Error =>
  new ServiceError('échec', { cause: Object.assign(new Error('grpc'), { code, details: '', metadata: {} }) });

describe('un envoi au moteur qui échoue', () => {
  it.each([1, 2, 4, 8, 10, 13, 14, 15])('est peut-être parvenu, ou parviendra (code gRPC %i)', (code) => {
    expect(peutEtreParvenu(grpc(code))).toBe(true);
  });

  it.each([3, 5, 6, 7, 9, 11, 12, 16])('est refusé pour de bon (code gRPC %i)', (code) => {
    expect(peutEtreParvenu(grpc(code))).toBe(false);
  });

  it('est peut-être parvenu quand l’attente de l’issue a expiré', () => {
    expect(peutEtreParvenu(new WorkflowUpdateRPCTimeoutOrCancelledError('délai'))).toBe(true);
  });

  it('n’est pas parvenu quand la faute est la nôtre', () => {
    expect(peutEtreParvenu(new TypeError('x is not a function'))).toBe(false);
    expect(peutEtreParvenu('x')).toBe(false);
  });
});
