import type { DateCivile } from '../../domain/calendrier/dates';
import type { Prime } from '../../domain/dossier/resultat';
import { A_CONFIRMER } from '../../domain/droit/doutes';
import type { LigneDate, Section } from '../contenu';
import { type ContexteCourrier, jourLong } from '../contexte';
import { fort, type Texte, t } from '../texte';
import { ligne } from './commun';

/** What the letter on a broken trial says of the prime of that job. */
interface PrimeDeLEssai {
  aFaire: Texte[];
  dates: LigneDate[];
  sections: Section[];
}

/** The prime of the job that a broken trial ended, unless a ground refuses it. */
function primeDeCetEmploi({ resultat: r }: ContexteCourrier, retour: DateCivile): Prime | undefined {
  const emploi = r.reintegrations?.find(({ date }) => date === retour)?.contratId;
  return r.primes?.find(({ contratId, refus }) => contratId === emploi && refus.length === 0);
}

const deduite = ({ v }: ContexteCourrier): Texte =>
  t`est déduite de l'${v.allocation.sigle} qu'il vous reste. Le calcul est fait par France Travail.`;

/**
 * No text says whether a prime is still due for a job whose trial was broken: the day to ask by stands as long as it is to come, and the
 * right to it is to be confirmed. What was paid is deducted.
 * @param retour first day back in the CSP
 * @see R16, R17, REGLES §9
 */
export function primeDeLEssai(c: ContexteCourrier, retour: DateCivile): PrimeDeLEssai {
  if (c.p.primeMois === null) return { aFaire: [], dates: [], sections: [] };
  const prime = primeDeCetEmploi(c, retour);
  const limite = prime?.statut === 'NON_DEMANDEE' && prime.limiteDemande >= c.jour ? prime.limiteDemande : undefined;
  if (limite === undefined)
    return {
      aFaire: [],
      dates: [],
      sections: [
        {
          titre: 'Si vous avez reçu la prime de reclassement',
          paragraphes: [t`La part déjà versée pour cet emploi ${deduite(c)}`],
        },
      ],
    };
  return {
    aFaire: [
      t`Pour la prime de reclassement de cet emploi, parlez-en à ${c.qui} avant le délai : si vous la demandez, le formulaire doit être transmis à France Travail ${fort(`au plus tard le ${jourLong(limite)}`)}.`,
    ],
    dates: ligne('Dernier jour pour demander la prime', limite),
    sections: [
      {
        titre: 'La prime de reclassement de cet emploi',
        paragraphes: [
          t`Les textes ne disent pas si elle reste due quand la période d'essai est rompue : votre droit à cette prime est ${A_CONFIRMER}. Le délai pour la demander, lui, ne change pas.`,
          t`Si une part vous en est versée, elle ${deduite(c)}`,
        ],
      },
    ],
  };
}
