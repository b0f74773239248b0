import { phrase } from '../../../domain/faits/erreurs';

/** A refusal for people: stable codes, each with its French sentence. Nothing was changed. */
export class Refus extends Error {
  override readonly name = 'Refus';
  constructor(readonly erreurs: { code: string; phrase: string }[]) {
    super(erreurs.map((e) => e.phrase).join(' '));
  }
  static de(...codes: string[]): Refus {
    return new Refus(codes.map((code) => ({ code, phrase: phrase(code) })));
  }
}
