import { type Registre, scellerAudit, tracer, type VerificationAudit, verifierAudit } from '../../registre';

/**
 * Seals what is not yet, then reads the whole audit trail again against its chain. Looking leaves a line too.
 * @param connue hash of a seal, noted earlier
 */
export async function verifierLAudit(
  registre: Registre,
  { connue, auteur }: { connue: string | undefined; auteur: string },
  maintenant: Date,
): Promise<VerificationAudit> {
  await tracer(registre, { numero: null, auteur, acte: 'VERIFIER_AUDIT' }, maintenant);
  await scellerAudit(registre);
  return verifierAudit(registre, connue);
}
