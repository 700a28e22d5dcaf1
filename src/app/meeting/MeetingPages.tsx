import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '#app/NotFoundPage.tsx';
import { SignedIn } from '#app/SignedIn.tsx';
import { onDemand } from '#ui/later.ts';
import { JoinPage } from './JoinPage.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';

const MinutesPage = lazy(() =>
  import('./MinutesPage.tsx').then((file) => ({ default: file.MinutesPage })),
);
const DeskPage = lazy(() =>
  import('#app/present/DeskPage.tsx').then((file) => ({ default: file.DeskPage })),
);
const NewMeetingPage = lazy(() =>
  import('./NewMeetingPage.tsx').then((file) => ({ default: file.NewMeetingPage })),
);

const VotePage = onDemand(() => import('./variants/VotePage.tsx').then((file) => file.VotePage));

/** The pages of meetings. A guest comes in without an account, so only some of them ask for one. */
export function MeetingPages() {
  return (
    <Switch>
      <Route path="/rapat">
        <SignedIn>
          <MeetingsPage />
        </SignedIn>
      </Route>
      <Route path="/rapat/baru">
        <SignedIn>
          <NewMeetingPage />
        </SignedIn>
      </Route>
      <Route path="/rapat/:id/notula">
        {({ id }) => (
          <SignedIn>
            <MinutesPage key={id} meetingId={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/rapat/:id/penyaji">
        {({ id }) => (
          <SignedIn>
            <DeskPage key={id} presentationId={id} />
          </SignedIn>
        )}
      </Route>
      <Route path="/rapat/:id/suara/:vote">
        {({ id, vote }) => (
          <SignedIn>
            <VotePage key={vote} meetingId={id} voteId={vote} />
          </SignedIn>
        )}
      </Route>
      <Route path="/rapat/masuk/:token">{({ token }) => <JoinPage token={token} />}</Route>
      <Route path="/rapat/:id">{({ id }) => <MeetingPage key={id} meetingId={id} />}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
