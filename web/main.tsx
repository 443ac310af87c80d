import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './shell/shell.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from './api/client.js';
import { Failure } from './api/failure.js';
import { makeRouter } from './routes.js';
import { LanguageProvider } from './shell/language.js';
import { MaskedProvider } from './shell/masked.js';
import { theme, variables } from './shell/theme.js';

/** What the server refuses, it refuses again; what didn't arrive is asked for twice more. */
const retry = (count: number, error: Error) =>
  count < 2 && !(error instanceof Failure && error.status !== undefined && error.status < 500);

const queries = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true } },
});
const router = makeRouter(new URL(document.baseURI).pathname);
onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { to: href } });
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <MaskedProvider>
            <RouterProvider router={router} />
          </MaskedProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
