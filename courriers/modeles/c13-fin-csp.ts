import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import { formationContinue } from '../../domain/catalogue/catalogue';
import { appeler, exige, jourLong } from '../contexte';
import { sectionDoutes } from '../doutes';
import { finsDites, joursDits, joursDitsEnObjet, ligneDesJours, quandSeReinscrire, reinscriptionsDites } from '../fins';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';
import { poursuivre } from './c18-formation-poursuite';
import { actualisationEtAre, demanderLaquelle, etapesReinscription } from './commun';

const maigre = (jour: DateCivile): Texte => t`${jourLong(jour)}`;

export const c13: Modele<'C13_FIN_CSP'> = {
  version: 11,
  BENEFICIAIRE: (c) => {
    const { v, p, resultat: r } = c;
    const fins = finsDites(c).map(({ fin }) => fin);
    const reinscriptions = reinscriptionsDites(c);
    const lendemains = reinscriptions.map(({ lendemain }) => lendemain);
    const liensActifs = reinscriptions.map(({ fin }) => ajouterJours(fin, p.courrierCessationMaxJours));
    const lendemain = exige(lendemains[0], 'reinscription');
    const formation = formationContinue(r) ? poursuivre(c) : null;
    return {
      objet: `Votre ${v.sigle} se termine ${joursDitsEnObjet(c, fins)} : préparez votre réinscription`,
      accroche: [
        t`Votre ${v.sigle} se termine ${joursDits(c, fins)}.`,
        t`Ensuite, la réinscription à France Travail n'est pas automatique : vous devez la demander ${quandSeReinscrire(c)}.`,
        ...(formation
          ? [
              t`Votre formation se termine après : elle peut continuer ${fort('à condition de vous réinscrire')} dans ce délai.`,
            ]
          : []),
      ],
      aFaire: [
        ...demanderLaquelle(fins, lendemains),
        t`Attendez ${joursDits({}, lendemains, maigre)} : avant, le lien de réinscription n'est pas encore actif. Il le devient au plus tard ${joursDits({}, liensActifs, maigre)}.`,
        ...etapesReinscription,
        actualisationEtAre(lendemain),
        ...(formation ? [formation.actualisation, formation.attestation] : []),
        t`Si le lien n'apparaît pas, si vous reprenez un emploi ou si ${fins.length > 1 ? 'une de ces dates' : 'cette date'} vous paraît fausse, ${appeler(c)} sans attendre.`,
      ],
      dates: [
        ligneDesJours(c, `Dernier jour de votre ${v.sigle}`, fins),
        ligneDesJours(c, 'Réinscription conseillée', lendemains),
        ligneDesJours(
          c,
          'Dernier jour pour se réinscrire',
          reinscriptions.map((dite) => dite.limite),
        ),
        ...(formation?.dates ?? []),
      ],
      sections: [
        ...sectionDoutes(c, 'TERME'),
        {
          titre: 'Pourquoi ne pas attendre',
          paragraphes: [
            t`Demandée dans ce délai, votre réinscription prend effet dès le lendemain de la fin de votre ${v.sigle}. Demandée plus tard, elle prend effet le jour de votre demande : les jours entre les deux ne sont pas indemnisés.`,
          ],
        },
        ...(formation ? [{ titre: 'Votre formation', paragraphes: [formation.allocation] }] : []),
        {
          titre: 'Les courriers que vous allez recevoir de France Travail',
          paragraphes: [
            t`Quelques jours avant la fin : ${v.courrierFin}.`,
            t`Dans les ${p.courrierCessationMaxJours} jours qui suivent la fin : « Décision de cessation d'inscription ». C'est normal : ce courrier ouvre la réinscription.`,
            t`Le lendemain de votre réinscription : la confirmation de votre inscription, de vos droits à l'allocation chômage (ARE) et de votre premier rendez-vous.`,
          ],
        },
      ],
    };
  },
};
