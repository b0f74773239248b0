import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { limitePassee } from '../../../domain/dossier/limite';

const HOTES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Only this machine's own names are answered: a page elsewhere whose name was made to resolve to 127.0.0.1 (DNS rebinding)
 * would otherwise read every dossier.
 */
export const hoteLocal: MiddlewareHandler = async (c, next) => {
  const hote = c.req.header('host') ?? new URL(c.req.url).host;
  if (!HOTES.has(hote.replace(/:\d+$/, '').toLowerCase())) {
    throw new HTTPException(403, {
      message: 'Jalon ne répond qu’à l’adresse 127.0.0.1 ou localhost de cette machine.',
    });
  }
  await next();
};

/** Pages hold no script, no frame but the mailbox's own messages, and send their forms nowhere else. */
export const entetes = secureHeaders({
  // A message of the mailbox and the HTML of a letter bring their own, narrower policy.
  overwrite: false,
  // Over plain HTTP on this machine, a promise of HTTPS would lock the browser out of every other local tool.
  strictTransportSecurity: false,
  // "no-referrer" makes browsers send `Origin: null` with forms, which the check against forged requests refuses.
  referrerPolicy: 'same-origin',
  xFrameOptions: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    frameSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
});

/** A form sent from elsewhere records nothing. */
export const memeOrigine = csrf();

/** Forms are small: a fact and a motive. */
const FORMULAIRE_KO = 64;

export const tailleFormulaire = bodyLimit({
  maxSize: FORMULAIRE_KO * 1024,
  onError: (c) => {
    const donne = Math.ceil(Number(c.req.header('content-length')) / 1024);
    const limite = donne > 0 ? limitePassee(FORMULAIRE_KO, donne, 'ko') : `${FORMULAIRE_KO} ko au plus`;
    throw new HTTPException(413, {
      message: `Ce formulaire est trop volumineux : ${limite}. Rien n’a été enregistré.`,
    });
  },
});
