import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { type CourrierRendu, type DonneesCourrier, rendre } from '../courriers';
import { type CodeCourrier, catalogue } from '../domain/catalogue';
import { type DateCivile, enChiffres } from '../domain/dates';
import { dateLocale, fuseau } from '../domain/fuseaux';
import type { CourrierDu, IssueRemise } from '../domain/parcours';
import type { Personnes } from '../domain/personnes';
import { resoudreJournal } from '../domain/resoudre-journal';
import type { Destinataire } from '../domain/resultat';
import type { Situation } from '../domain/situation';
import {
  cloreCourrier,
  completerCourrier,
  type DossierInscrit,
  deposerTache,
  type EnvoiPrepare,
  lireDossier,
  lirePersonnes,
  preparerCourrier,
  type Registre,
} from '../registre';
import { type Postier, RemiseEchouee } from './postier';

export interface DemandeRemise {
  numero: string;
  courrier: CourrierDu;
  /** Instant of the decision to send, UTC; the clock of a simulation. */
  maintenant: string;
}

export interface DepsCourriers {
  registre: Registre;
  postier: Postier;
  /** Domain of the Message-IDs. */
  domaine: string;
  /** The clock: the real one, or that of a simulation. */
  horloge?: (demande: DemandeRemise) => Date;
}

export interface ActivitesCourriers {
  /**
   * One attempt to hand a letter over. The register is written before and completed after; a crash in between leaves the attempt
   * without outcome, and the next one sends again under the same Message-ID and says so (`incertain`).
   */
  remettre(demande: DemandeRemise): Promise<IssueRemise>;
}

/** The same for every attempt of a letter on e-mail, so that a re-send after a crash is recognisable. */
export const messageIdDe = (cle: string, domaine: string): string =>
  `<${createHash('sha256').update(`${cle}/EMAIL`).digest('hex').slice(0, 40)}@${domaine}>`;

interface Adressage {
  nom: string;
  email: string | undefined;
  /** Postal address in one line. */
  postale: string;
}

function adressage(destinataire: Destinataire, { identite, employeur, referent }: Personnes): Adressage {
  const enLigne = (a: { lignes: string[]; codePostal: string; ville: string } | undefined) =>
    a ? [...a.lignes, `${a.codePostal} ${a.ville}`].join(', ') : '';
  if (destinataire === 'EMPLOYEUR') {
    return { nom: employeur?.nom ?? '', email: employeur?.email, postale: enLigne(employeur?.adresse) };
  }
  if (destinataire === 'CONSEILLER')
    return { nom: `${referent.prenom} ${referent.nom}`, email: referent.email, postale: '' };
  return { nom: `${identite.prenom} ${identite.nom}`, email: identite.email, postale: enLigne(identite.adresse) };
}

export function creerActivitesCourriers({ registre, postier, domaine, horloge }: DepsCourriers): ActivitesCourriers {
  return {
    async remettre(demande) {
      const { numero, courrier } = demande;
      const maintenant = horloge?.(demande) ?? new Date();
      const dossier = await lireDossier(registre, numero);
      const personnes = await lirePersonnes(registre, numero);
      const situation = dossier?.situation;
      if (!dossier || !situation || !personnes || !estVoulu(situation, courrier.cle)) {
        return { statut: 'ANNULE', le: maintenant.toISOString() };
      }
      const donnees = donneesDe(demande, dossier, situation, personnes, maintenant);
      const rendu = rendre(donnees);
      const vers = adressage(courrier.destinataire, personnes);
      const envoi = preparer(donnees, courrier.date, vers, rendu, domaine);
      if (courrier.destinataire === 'CONSEILLER' || !vers.email) {
        return confierAuReferent(
          envoi,
          courrier.destinataire === 'CONSEILLER' ? null : 'aucune adresse e-mail',
          maintenant,
        );
      }
      return poster(envoi, { ...vers, email: vers.email }, personnes, rendu, maintenant);
    },
  };

  async function poster(
    envoi: EnvoiPrepare,
    vers: Adressage & { email: string },
    personnes: Personnes,
    rendu: CourrierRendu,
    maintenant: Date,
  ): Promise<IssueRemise> {
    const { suite, rang, partiLe } = await preparerCourrier(registre, envoi, maintenant);
    if (suite === 'DEJA_PARTI') return { statut: 'PARTI', le: (partiLe ?? maintenant).toISOString() };
    try {
      const reponse = await postier.remettre({
        messageId: envoi.messageId,
        a: { nom: vers.nom, adresse: vers.email },
        agence: personnes.agence,
        objet: rendu.objet,
        texte: rendu.texte,
        html: rendu.html,
        pdf: { nom: rendu.nomPdf, contenu: rendu.pdf },
        date: maintenant,
        cle: envoi.cle,
      });
      await completerCourrier(registre, envoi.cle, { rang, statut: 'PARTI', reponse }, maintenant);
      return { statut: 'PARTI', le: maintenant.toISOString() };
    } catch (erreur) {
      if (!(erreur instanceof RemiseEchouee)) throw erreur;
      if (erreur.genre !== 'INCONNU') {
        await completerCourrier(registre, envoi.cle, { rang, statut: 'ECHEC', erreur: erreur.message }, maintenant);
      }
      if (erreur.genre === 'REFUSE')
        return confierAuReferent(envoi, `adresse e-mail refusée (${erreur.message})`, maintenant);
      throw ApplicationFailure.create({ message: erreur.message, type: 'COURRIER_NON_REMIS' });
    }
  }

  /** A letter that no channel takes becomes someone's task, with its PDF ready to print. */
  async function confierAuReferent(envoi: EnvoiPrepare, raison: string | null, maintenant: Date): Promise<IssueRemise> {
    const papier: EnvoiPrepare = { ...envoi, canal: 'COURRIER', adresse: envoi.adresse };
    const { suite, rang } = await preparerCourrier(registre, papier, maintenant);
    if (suite !== 'DEJA_PARTI') {
      await completerCourrier(
        registre,
        envoi.cle,
        { rang, statut: 'ECHEC', erreur: raison ?? 'à lire par le référent' },
        maintenant,
      );
    }
    await cloreCourrier(registre, envoi, 'EN_TACHE', maintenant);
    const titre = catalogue[envoi.code as CodeCourrier].titre;
    await deposerTache(
      registre,
      {
        cle: `${envoi.cle}/COURRIER_A_REMETTRE`,
        numero: envoi.numero,
        type: 'COURRIER_A_REMETTRE',
        libelle:
          raison === null ? titre : `${titre} du ${enChiffres(envoi.datePrevue)} à imprimer et à remettre : ${raison}.`,
        echeance: envoi.datePrevue,
      },
      maintenant,
    );
    return { statut: 'EN_TACHE', le: maintenant.toISOString() };
  }
}

/** Asked just before every hand-off: the register may know of a fact that came since the decision. */
function estVoulu(situation: Situation, cle: string): boolean {
  const situe = situation.courriers.find((c) => c.cle === cle);
  return situe !== undefined && situe.statut !== 'ANNULE' && situe.statut !== 'PERIME';
}

function donneesDe(
  { numero, courrier }: DemandeRemise,
  inscrit: DossierInscrit,
  situation: Situation,
  personnes: Personnes,
  maintenant: Date,
): DonneesCourrier {
  const { dossier } = resoudreJournal(inscrit.dossier, inscrit.journal);
  const { code, destinataire, cle, base, changement } = courrier;
  return {
    code: code as CodeCourrier,
    destinataire,
    cle,
    numero,
    base,
    jour: dateLocale(maintenant, fuseau(dossier.residence)),
    personnes,
    dossier,
    resultat: situation.resultat,
    ...(changement ? { changement } : {}),
  };
}

function preparer(
  donnees: DonneesCourrier,
  datePrevue: DateCivile,
  vers: Adressage,
  rendu: CourrierRendu,
  domaine: string,
): EnvoiPrepare {
  const { cle, numero, code, destinataire, base } = donnees;
  const { objet, gabarit, texte, html, pdf, nomPdf } = rendu;
  return {
    cle,
    numero,
    code,
    destinataire,
    base,
    datePrevue,
    canal: 'EMAIL',
    adresse: vers.email ?? vers.postale,
    messageId: messageIdDe(cle, domaine),
    objet,
    gabarit,
    donnees,
    texte,
    html,
    pdf,
    nomPdf,
  };
}
