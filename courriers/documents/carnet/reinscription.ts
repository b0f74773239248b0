import type { DateCivile } from '../../../domain/calendrier/dates';
import { FRANCE_TRAVAIL, jourLong } from '../../contexte';
import { joursDits, joursSeuls } from '../../fins';
import { fort, type Texte, t } from '../../texte';
import type { Bloc } from '../bloc';
import type { ContexteDocument } from '../contexte';
import { joursDeFin } from '../echeances';

const simple = (jour: DateCivile): Texte => t`${jourLong(jour)}`;

function etapes(c: ContexteDocument): Bloc {
  const { v } = c;
  const jours = joursDeFin(c);
  return {
    genre: 'liste',
    numerotee: true,
    points: [
      t`${fort('Quelques jours avant')} ${jours ? t`${joursDits(jours.d, jours.fins, simple)}, dernier jour` : t`le dernier jour`} ${v.du}, vous recevez un courrier de France Travail : ${v.courrierFin}. Il vous informe qu'il faudra vous réinscrire sur ${FRANCE_TRAVAIL} ${jours ? t`${fort(t`au plus tard ${joursDits(jours.d, jours.limites, simple)}`)}, ` : t``}dans les ${c.p.reinscriptionJours} jours qui suivent le dernier jour. Le lien pour se réinscrire n'est pas encore actif.`,
      t`${fort(`Dans les ${c.p.courrierCessationMaxJours}\u00a0jours qui suivent la fin`)}${jours?.fins.length === 1 ? t`, au plus tard le ${jourLong(jours.lienActif)}` : t``}, vous recevez un deuxième courrier : « Décision de cessation d'inscription ». Le lien ${fort(t`« Me réinscrire »`)} est alors actif sur l'écran d'accueil de votre espace personnel.`,
      t`${fort('Remplissez le formulaire en ligne')}. Ce que France Travail sait déjà y figure ; des justificatifs peuvent vous être demandés. Une aide en ligne et un conseiller France Travail, par téléphone, peuvent vous guider.`,
      t`À la fin du formulaire, une date de rendez-vous vous est proposée pour ${fort('un premier entretien')} avec un conseiller France Travail. Validez la date et l'heure.`,
      t`${fort('Le lendemain de la réinscription')}, vous recevez un courrier qui confirme l'inscription, l'ouverture de vos droits à l'ARE et le rendez-vous.`,
      t`${fort('Demandée à temps')}, la réinscription prend effet ${jours?.fins.length === 1 ? joursDits(jours.d, jours.lendemains, simple) : t`le lendemain de la fin ${v.du}`}. Demandée plus tard, elle prend effet le jour de la demande.`,
    ],
  };
}

/** The steps of the end, as S003 gives them, on the person's own dates. @see R25 */
export function reinscription(c: ContexteDocument): Bloc[] {
  const { r, v, tel, mail, qui } = c;
  const jours = joursDeFin(c);
  const faite = r.reinscription?.dateDemande;
  const sansObjet = r.reinscription?.requise === false || r.reinscription?.statut === 'SANS_OBJET';
  const enEmploi =
    r.motifFin === 'EMPLOI_DURABLE' || r.motifFin === 'REPRISE_EMPLOI' || r.motifFin === 'CREATION_ENTREPRISE';
  return [
    { genre: 'partie', titre: `Me réinscrire à France Travail après ${v.le}`, nouvellePage: true },
    ...(faite
      ? [
          {
            genre: 'encadre' as const,
            titre: 'C’est fait',
            points: [
              t`Réinscription demandée le ${fort(jourLong(faite))}${r.reinscription?.dateEffet ? t`, avec effet le ${jourLong(r.reinscription.dateEffet)}` : t``}.`,
            ],
          },
        ]
      : sansObjet || enEmploi
        ? [
            {
              genre: 'encadre' as const,
              titre: 'Rien à faire tant que votre situation ne change pas',
              points: [
                t`Si votre emploi ou votre activité s'arrête, dites-le tout de suite à ${qui} : ${tel}, ${mail}.`,
              ],
            },
          ]
        : jours
          ? [
              {
                genre: 'encadre' as const,
                titre: 'Mes dates',
                points: [
                  t`Dernier jour ${v.du} : ${joursSeuls(jours.d, jours.fins)}`,
                  t`Je peux demander ma réinscription à partir du : ${joursSeuls(jours.d, jours.lendemains)}`,
                  t`Dernier jour pour la demander sans perdre de jours : ${joursSeuls(jours.d, jours.limites)}`,
                ],
              },
            ]
          : []),
    etapes(c),
    { genre: 'paragraphe', texte: t`Une difficulté ? Appelez ${qui} au ${tel} ou écrivez à ${mail}.` },
  ];
}
