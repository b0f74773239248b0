import { t } from '../texte';
import type { Bloc, LigneFiche } from './bloc';
import type { ContexteDocument } from './contexte';

/** Who the document is about, and who follows her: the head of what is signed. */
export const identification = (c: ContexteDocument, autres: LigneFiche[]): Bloc => ({
  genre: 'fiche',
  champs: [
    { libelle: 'Pour', valeur: t`${c.beneficiaire}` },
    { libelle: 'Suivi par', valeur: t`${c.qui}, ${c.personnes.agence.nom}` },
    ...autres,
  ],
});

/** Those who wrote it together. */
export const signatures = (c: ContexteDocument): Bloc => ({ genre: 'signatures', qui: [c.beneficiaire, c.qui] });
