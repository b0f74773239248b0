import { messageIdDe } from '../../commun/noms-des-remises';
import { type DonneesCourrier, gabaritDe, rendreCourriel, rendreSms } from '../../courriers';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { adressage, planRemise } from '../../domain/catalogue/canaux';
import { catalogue } from '../../domain/catalogue/catalogue';
import { baseTournee } from '../../domain/catalogue/cle-courrier';
import { titres } from '../../domain/catalogue/titres';
import type { Canal } from '../../domain/dossier/personnes';
import { resoudreJournal } from '../../domain/faits/resoudre-journal';
import { datesTournee, type Tournee, type TourneeEcrite } from '../../domain/flotte/flotte';
import {
  CODE_FLOTTE,
  type Concerne,
  cleFlotte,
  cleInjoignable,
  completerRemises,
  confierLot,
  direAdresseRejetee,
  type EnvoiAcheve,
  type LettreDeLot,
  preparerLot,
  type TacheDeposee,
} from '../../registre';
import { echecDe } from '../canaux/remise-echouee';
import type { DepsFlotte } from './deps';

interface Lettre extends LettreDeLot {
  d: DonneesCourrier;
  nom: string;
}

/**
 * Writes the letters of a batch and prepares them in the register.
 * @returns what hands them over and records what became of them
 */
export async function preparerLettres(
  deps: DepsFlotte,
  tournee: TourneeEcrite,
  lot: readonly Concerne[],
  horloge: () => Date,
): Promise<() => Promise<void>> {
  const maintenant = horloge();
  const { registre } = deps;
  const lettres: Lettre[] = [];
  const sansCanal: Pick<LettreDeLot, 'numero' | 'version' | 'cle' | 'base' | 'datePrevue'>[] = [];
  for (const concerne of lot) {
    const d = donneesDe(tournee, concerne, maintenant);
    const { nom, adresses } = adressage('BENEFICIAIRE', concerne.personnes);
    const [niveau] = planRemise({
      canaux: catalogue[CODE_FLOTTE].canaux,
      destinataire: 'BENEFICIAIRE',
      prefere: concerne.personnes.identite.canalPrefere,
      decide: false,
      joignable: new Set(Object.keys(adresses) as Canal[]),
      exclus: concerne.refuses,
    }).niveaux;
    const canal = niveau?.[0];
    const visee = {
      numero: d.numero,
      version: concerne.version,
      cle: d.cle,
      base: d.base,
      datePrevue: datesTournee(tournee).depuis,
    };
    if (canal === undefined) sansCanal.push(visee);
    else lettres.push({ ...visee, ...ecrire(d, canal, deps.domaine), canal, adresse: adresses[canal]!, d, nom });
  }
  await confierLot(registre, tournee, sansCanal, sansAdresse, maintenant);
  const { aRemettre } = await preparerLot(registre, tournee, lettres, maintenant);
  return async () => {
    const issues = await Promise.all(aRemettre.map((lettre) => remettre(deps, lettre, maintenant)));
    const connues = issues.filter((issue) => issue !== null);
    await completerRemises(registre, connues, horloge());
    const rejetees = new Map(connues.flatMap((i) => (i.statut === 'REJETE' ? [[i.cle, i.tort ?? null] as const] : [])));
    for (const { numero, cle, datePrevue, canal, adresse } of aRemettre) {
      const tort = rejetees.get(cle);
      if (tort === undefined) continue;
      const lettre = { numero, destinataire: 'BENEFICIAIRE' as const, datePrevue };
      await direAdresseRejetee(registre, lettre, { canal, adresse, tort }, horloge());
    }
  };
}

function donneesDe(tournee: Tournee, concerne: Concerne, maintenant: Date): DonneesCourrier {
  const { numero, personnes, resultat } = concerne;
  const { dossier } = resoudreJournal(concerne.dossier, concerne.journal);
  return {
    code: CODE_FLOTTE,
    destinataire: 'BENEFICIAIRE',
    cle: cleFlotte(numero, tournee),
    numero,
    base: baseTournee(tournee),
    jour: dateLocale(maintenant, fuseau(dossier.residence)),
    personnes,
    dossier,
    resultat,
  };
}

function ecrire(d: DonneesCourrier, canal: Canal, domaine: string) {
  const messageId = messageIdDe(d.cle, domaine);
  if (canal !== 'SMS') return { ...rendreCourriel(d), donnees: d, messageId };
  const texte = rendreSms(d)!;
  return {
    objet: titres[CODE_FLOTTE],
    texte,
    html: null,
    gabarit: gabaritDe(CODE_FLOTTE),
    donnees: d,
    messageId,
  };
}

/** Null: nobody knows whether it left; the attempt stays open, and the next pass sends again and says so. */
async function remettre(
  { postier, sms }: DepsFlotte,
  lettre: Lettre & { rang: number },
  maintenant: Date,
): Promise<EnvoiAcheve | null> {
  const { cle, rang, canal, adresse, nom, d } = lettre;
  try {
    const reponse =
      canal === 'SMS'
        ? await sms.envoyer({ cle, numero: adresse, texte: lettre.texte, date: maintenant })
        : await postier.remettre({
            messageId: lettre.messageId,
            a: { nom, adresse },
            agence: d.personnes.agence,
            objet: lettre.objet,
            texte: lettre.texte,
            html: lettre.html!,
            pdf: null,
            date: maintenant,
            cle,
          });
    return { cle, rang, statut: 'PARTI', reponse };
  } catch (leve) {
    const { statut, erreur, tort } = echecDe(leve);
    return statut === 'INCONNU' ? null : { cle, rang, statut, erreur, tort };
  }
}

/** One task for the dossier: the same every month until someone completes the file. */
const sansAdresse = (numero: string): TacheDeposee => ({
  cle: cleInjoignable(numero),
  numero,
  type: 'ADRESSE_MANQUANTE',
  libelle:
    'Ni adresse e-mail ni téléphone mobile qui marche : la personne ne reçoit pas les rappels d’actualisation. Compléter ses coordonnées, et la prévenir autrement d’ici là.',
  echeance: null,
});
