import { UserManager } from 'oidc-client-ts';

// The popup in which somebody signed in again hands the answer to the window that opened it, and closes.
void new UserManager({ authority: '', client_id: '', redirect_uri: '' }).signinPopupCallback();
