"""English."""

from throughline.domain.mail.intents.words import Words

WORDS = Words(
    hello="""hi, hello, hey, hiya, dear, good morning, good afternoon, good evening, morning, evening, greetings, hi
        there, hello there, hi all, hello all, hello everyone, hi everyone, hi team, hello team, dear all, dear team,
        dear colleagues, dear sir or madam, dear customer, to whom it may concern, howdy, afternoon""",
    bye="""best regards, kind regards, warm regards, regards, best wishes, all the best, many greetings, yours
        sincerely, sincerely, yours truly, with best regards, with kind regards, kindest regards, br, rgds, best,
        thanks and regards, thanks & regards, sent from my, have a (good|nice|great|lovely)
        (day|weekend|evening|week)""",
    filler="""just to let you know, just to say, to let you know, quick one, quick note, just so you know, it,
        everything, now, already, just, today, yesterday, this morning, s, this afternoon, this evening, earlier today,
        earlier, last night, here, on our (side|end|part), at our end, for you, too, as well, also, both, completely,
        fully, finally, successfully, meanwhile, in the meantime, then, there, ✅, ☺, 😊, 🙂, 😀, 🎉, sorry, so sorry,
        right away, immediately, issue, problem, matter, case, ticket, topic, status, update, quick update, good news,
        answer, so, yes, yep, yup, yeah, re, m, ourselves, its, thats, from now on, straight away, happy to say, very,
        much, glad to say, pleased to say, a minute ago, an hour ago, first thing, in the end, of it, with it, with
        this, with that, about it, about this, ah, oh, fyi, just fyi, once and for all, thing, things, (no|any) more
        trouble, no longer, no more, no problem, no problems, no worries, not a problem, without problems, without
        (any|) (issues|trouble), so much, for (it|this|that), by us, from us, any longer, not any more, not anymore,
        doesn't do (it|that) (any more|anymore), the (issue|problem|matter|case|fault), 100, the whole thing, your
        (issue|problem|note|message|request|report), mate, guys, folks, everyone, all right, good, cool, message, note,
        mail, email, feedback, report, request, right""",
    we="""we, we've, weve, we have, we have now, i, i've, ive, i have, i just, our team, our team has, the team has, we
        were able to, the team, our people have, my colleague has, our colleagues have, we had, we got""",
    be="""is, are, was, were, has been, have been, is now, are now, has now been, have now been, has just been, been,
        is all, are all, s been, got, is fully, are back, is back""",
    was="""it was, it was (just|only|simply), this was, there was, this was (just|only), turned out to be, turns out,
        it turned out, was only, was just""",
    plain="""dock, into, has, out, off, about, over, under, who had, per, more, most, any, many, few, man, men, son,
        die, war, pour, sur, par, con, main, note, place, pain, ten, met, rest, arm, bald, gift, fast, also, hell, art,
        kind, like, old, big, small, left hand, red, blue""",
    the="the, your, our, that, this, those, these, all, all the, a, an, every",
    thing="""label, labels, printer, printers, scanner, scanners, box, boxes, tape, till, tills, reader, readers,
        price, prices, page, pages, link, links, website, site, app, form, forms, sign, signs, shelf, shelves, door,
        doors, drawer, drawers, light, lights, lamp, lamps, lift, trolley, trolleys, order, orders, invoice, invoices,
        address, entry, record, text, typo, error, errors, fault, faults, bug, bugs, mistake, mistakes, cable, system,
        screen, display, description, catalogue, list, leaflet, poster, packaging, carton, cartons, machine, team,
        stock, tag, tags, barcode, barcodes, setting, settings, template, wording, photo, photos, instructions, belt,
        heating, hours, opening hours""",
    please="please, pls, plz, kindly",
    person="""you, he, she, they, you've, they've, someone, somebody, customer, customers, client, clients, the
        customer, the customers, the client, colleague, himself, herself, themselves, boss, manager, technician,
        engineer""",
    ended="""done, closed, completed, complete, finished, cleared, settled, all done, all set now, done and dusted,
        case closed, job done, mission accomplished, sorted, sorted out, all sorted, sorted it out, sorted
        (it|this|that), straightened out, cleared up""",
    done="""fixed, fixed up, resolved, solved, repaired, mended, corrected, rectified, remedied, all fixed, all good
        now, dealt with, taken care of, seen to, put right, set right, patched, problem solved, dealt with it, took
        care of (it|this|that), managed to (fix|solve|resolve|repair|sort) (it|this|that), back in order, got
        (it|this|that) (fixed|sorted|done|resolved|repaired|solved), got (fixed|sorted|resolved|repaired), put
        (it|this|that) right, in order again, fix is live, fix is in place, fix is out, the fix is (live|in place),
        solved (it|this|that), hereby (resolved|closed), problem is gone, issue is gone, is history, is a thing of the
        past""",
    did="""replaced, changed, swapped, exchanged, updated, adjusted, reprinted, restocked, removed, reset, renewed,
        reprogrammed, tightened, cleaned, cleared out, relabelled, relabeled, repacked, reinstalled, refitted, altered,
        moved, added, amended, rewritten, rewrote, refunded, rewired, refilled, redesigned, switched, installed,
        fitted, ordered and fitted, taken down, put up""",
    works="""works again, works now, works fine now, working again, working now, is working again, are working again,
        is working now, back up, back up and running, up and running, up and running again, is back up, is running
        again, runs again, running again, back online, back in (service|action|operation|working order), prints again,
        scans again, now works, now working, works properly again, working fine now, fine now, is fine now, is ok now,
        is okay now, all good now, all good again, is good now, back to normal, is back to normal, now it works, it now
        works""",
    means="""by (changing|replacing|swapping|adding|using|updating|reprinting|adjusting|tightening|cleaning|moving), by
        (removing|restarting|resetting|repairing|correcting|retraining|switching|rewriting|installing|fitting)""",
    joins="and, and also, as well as, plus",
    at="in, on, at, inside, in all, on all, at all, of, with, for, from",
    since="since, since last, as of, from last",
    got="""got it, got that, got this, got your (message|note|mail|email), we got it, we have it, we've got it, i have
        it, i've got it, on it, we're on it, i'm on it, we are on it, i am on it, were on it, im on it, on it now, on
        the case, we're on the case, i'm on the case, right on it, getting on it, jumping on it, (we |i |we're |i'm
        |)(will|'ll) (look|dig) into (it|this|that|the matter), looking into (it|this|that|the matter),
        (will|'ll|shall) (look|check|investigate|see to it|see to this), looking into, we will look into, will look
        into, (will|'ll) (check|investigate|review|examine) (it|this|that|the matter), going to look into
        (it|this|that), (will|'ll) have a look, (will|'ll) take a look, (will|'ll) have a look at (it|this|that), let
        me take a look, (will|'ll) take a look at (it|this|that), let me (check|look), let me look into
        (it|this|that), lemme check, let us (check|look), let us look into (it|this|that), looking, looking now,
        looking at (it|this|that), having a look, taking a look, taking a look at (it|this|that), having a look at
        (it|this|that), checking, checking now, checking (it|this|that), investigating, investigating (it|this|that),
        is investigating, reviewing, working on it, working on this, working on that, working on it now, work on it, is
        working on (it|this), is looking into (it|this|that), is looking at (it|this|that), is on it, are on it, has
        it, are looking at (it|this), are looking into (it|this|that), are working on (it|this|that), am looking into
        (it|this|that), are on the case, am working on (it|this|that), leave it with (us|me), leave this with (us|me),
        leave that with (us|me), (will|'ll) take care of (it|this|that), taking care of (it|this|that), (will|'ll) see
        to (it|this|that), (will|'ll) deal with (it|this|that), dealing with (it|this|that), (will|'ll|we|we'll|will
        we) take it from here, we'll take it, i'll take it, i'll take this, we'll take this, i'll take this one, we'll
        take this one, (will|'ll) handle (it|this|that), handling (it|this|that), (will|'ll) follow up, following up,
        (will|'ll) chase (it|this|that), taking this one, we are aware, we're aware, we are aware of (it|this|that),
        aware of (it|this), acknowledged, ack, copy that, roger, roger that, will do, shall do, ll do, received,
        received with thanks, received it, have received it, we received it, (have |)received your (message|note|mail|
        email|report), well received, duly noted, noted, noted with thanks, taken note, made a note, message received,
        understood, (it |this |)landed with us, (it |this |)has arrived with us, is in hand, in hand, (it |this |)is
        with us, (it |this |)is on our list, on our list, on my list, we're all over it, have it on (our|my) list,
        picked (it|this) up, picking (it|this) up, (will|'ll) pick (it|this|that) up, have picked (it|this) up, fixing
        it, fixing it now, gotcha, (will|'ll) get on it, (will|'ll) get right on it, (will|'ll) get onto it, getting
        onto it, we take it, i take it on, taking it on, accepted, i'll sort out who, on my way, are investigating, am
        investigating, are checking, am checking, is checking, are reviewing, are reviewing (it|this|that), are
        following up, (will|'ll) (get|come) back to you, (get|come) back to you, bear with us""",
    okay="""ok, okay, k, kk, okey, okey dokey, okey doke, okie dokie, oki, alright, agreed, 👍, 👌, 🫡, ok then,
        righto, right you are, no probs, sounds good, makes sense, fair enough, 10-4, o k, no prob, fine""",
    surely="sure, sure thing, absolutely, certainly, of course, naturally, obviously, clearly",
    thanks="""thanks, thank you, thank you (so|very) much, thanks (a lot|so much|very much|a million|again), many
        thanks, ta, cheers, thx, tks, ty, thankyou, much appreciated, really appreciated, appreciated, appreciate it,
        we appreciate it, 🙏, thnx, ❤, 💚, with thanks, big thanks, thank u, our thanks, we thank you, greatly
        appreciated""",
    praise="""lovely, wonderful, brilliant, fantastic, great feedback, great to hear, good to hear, nice to hear, so
        kind, how kind, how lovely, that made our day, made our day, made my day, we're delighted, delighted, we are
        delighted, happy to hear, so nice, very kind, kind of you, really kind, what a lovely message, what a nice
        message, nice words, kind words, what kind words, well done, lovely words, you're welcome, welcome, our
        pleasure, ☺, the team will be (happy|pleased|delighted|thrilled|glad), great, perfect, excellent, awesome,
        you're very welcome, a pleasure, pleasure, means a lot, this means a lot, it means a lot""",
    courtesy="""let me know, let us know, just let us know, please let us know, please let me know, just shout, shout
        if, give us a shout, give me a shout, feel free, any questions, if you have any questions, if you need
        anything, if there is anything, if anything else, if anything comes up, if anything, come back to us if, drop
        us a line, call us if, ring us if, do tell us if, tell us if, please tell us if, any more trouble, should you,
        please do not hesitate, do not hesitate, don't hesitate, won't happen again, will not happen again, shouldn't
        happen again, should not happen again, it won't happen again, this won't happen again, this should not happen
        again, sorry for, sorry about, sorry for the (trouble|wait|delay), apologies, apologies for, we apologise for,
        we apologize for, we're sorry for, we are sorry for, sorry it took, sorry that it took, thanks for your
        patience, we'll keep an eye on it, will keep an eye on it, keeping an eye on it, we will keep an eye on it,
        please reply if""",
    no="""not, no, never, nothing, none, nobody, no one, nope, nah, neither, nor, isnt, isn't, arent, aren't, wasnt,
        wasn't, werent, weren't, hasnt, hasn't, havent, haven't, hadnt, hadn't, dont, don't, doesnt, doesn't, didnt,
        didn't, cant, can't, cannot, couldnt, couldn't, wont, won't, wouldnt, wouldn't, shouldnt, shouldn't,
        unresolved, unfixed, unsolved, undone, without, hardly, barely, unable, refuse, refused, reject, rejected,
        declined, 👎, ❌, 🚫, n't, aint, ain't, unfinished, incomplete, nowhere, fail, fails, failed, failing,
        impossible, unclear, wrong, no way, far from, less""",
    later="""will, 'll, ill be, shall, going to, gonna, about to, soon, tomorrow, next, later, tonight, to be, be,
        must, should, ought, needs, needed, want, wants, wanted, would, 'd, could, can, plan, plans, planned, planning,
        scheduled, schedule, intend, promise, promised, expect, expected, await, awaiting, waiting, wait, pending, due,
        deadline, by (then|noon|lunch|midday|tonight), eta, forthcoming, upcoming, in progress, get (it|this|that), to
        get, getting, being, fix, fixes, fixing, repair, mend, resolve, solve, sort, finish, start, started, begin,
        urgent, urgently, asap, wish, hope, when, once, before, after, by the end, by end, end of, due to be, todo, to
        do, remains, remaining, outstanding, follows, follow, rest follows, the rest, in a (day|week|month|while), in
        an hour, within, consider it, hurry, remind, reminder, ready to, let's, lets, make sure, have to, has to, had
        to, shortly, eventually, someday, some day, one day, sometime, in future, as soon as, on order, back order""",
    doubt="""if, unless, in case, assuming, provided, providing, given that, suppose, supposing, whether, perhaps,
        maybe, might, may, possibly, probably, presumably, supposedly, apparently, allegedly, likely, hopefully, think,
        thinks, thought, believe, believes, guess, guessing, reckon, reckons, assume, assumes, assumed, suspect, seems,
        seem, seemed, seemingly, looks, looks like, appears, sounds like, sounds, feels, doubt, doubts, doubtful,
        unsure, sure about, convinced, in theory, theoretically, on paper, officially, as far as, afaik, afaict, imo,
        more or less, kind of, sort of, kinda, sorta, somewhat, somehow, half, halfway, partly, partially, partial,
        mostly, mainly, largely, almost, nearly, practically, basically, virtually, near, nearing, one of, two of, some
        of, most of, part of, only, half of, except, apart from, aside from, other than, excluding, besides, save for,
        bar, barring, pretty much, ish, for now, for the moment, for the time being, temporarily, temporary,
        provisionally, provisional, makeshift, workaround, tried, trying, attempted, attempt, attempts, attempting,
        last (year|month|time|summer|winter|spring|autumn), years ago, months ago, weeks ago, previously, before that,
        back then, used to, once before, again, in (spring|summer|autumn|winter|january|february|march|april|june|july|
        august|september|october|november|december), three times, times, other, another, different, else, elsewhere,
        instead, similar, my, mine, done with, i'm done, i am done, wrong one, his, her, their, yours, bike, bicycle,
        car, lunch, dinner, breakfast, coffee, tea, meeting, appointment, date, holiday, holidays, vacation, flu,
        shift, homework, haircut, wedding, party, kitchen, garden, home, house, flat, taxes, tax, date for, menu,
        (price|prices|rate|rates|fee|fees|hours|date|dates) (is|are|was|were) fixed, (is|are) fixed (at|by|for|in),
        salary, contract, deal, fixed price, fixed prices, fixed term, fixed line, fixed cost, fixed costs, fixed
        assets, fixed asset, fixed income, fixed date, fixed day, fixed time, fixed team, fixed part, fixed point,
        fixed on, fixed rate, fixed fee, fixed menu, fixed rule, fixed wage, done deal, how, the way, what's done,
        says, say, said, saying, told, tells, tell, claims, claim, claimed, wrote, writes, write, written, according,
        heard, hear, word is, rumour, rumor, reports, reported, reportedly, insists, swears, mentions, mentioned,
        called it, calls it, marked, marked as, labelled as, flagged as, answered, replied, stated, states, still, yet,
        breaks, broke, breaking, came back, comes back, back again, returned, recurs, recurring, reappeared, worse, not
        yet, old one, new one, first, first half, second, third, left, lacks, jams, by mistake, mistakenly,
        accidentally, prematurely, too early, too soon, or, otherwise, than, had we, had it, had i, were it, enough,
        harm, overdue, hungry, tired, percent, fixed broken, better, easier, somebody else, someone else, idea, ideas,
        suggest, suggestion, propose, proposal, recommend, imagine, pretend, dream, dreams, bored, fed up, sick of,
        wish, over there, complain, complains, complained, complaint, disagree, unhappy, angry, annoyed, upset,
        refused, dispute, disputed, suspended, postponed, delayed, cancelled, canceled, on hold, in vain, to no avail,
        even though, price agreed, agreed price, why, where, joke, joking, while stocks last, question, questions,
        quote, quoted, fingers crossed, touch wood, knock on wood, knock wood, subject to, tbc, tba, tbd, wip, to some
        extent, to a degree, up to a point, terms, budget, agenda, target, targets, goal, goals, rent, quota, limit,
        venue, rota, crossword, puzzle, promises, vows, assures, assured, confirms, confirmed, swore, we're closed, we
        are closed, we're finished, we are finished, i'm finished, closed for, bargain, disagrees, complaining, on me,
        for good measure, in name only, cosmetically, at least, some, as good as, in part, so long, so far, thus far,
        as yet, early days, twice, three times already""",
    trouble="broken, damaged, jammed, stuck, missing, lacking, jam, leaks",
    irony="""yeah right, yeah yeah, oh great, oh sure, oh yes, oh yeah, sure sure, my foot, as if, as always, as usual,
        like last time, like always, like every time, just like, like the last, lol, haha, hahaha, ha ha, rofl, lmao,
        yeah sure, of course it is, of course it was, for the umpteenth time, umpteenth, yet again, once again, once
        more, great job, nice try, good luck, good one, very funny, funny, hilarious, bravo, congratulations, congrats,
        allegedly, so called, so-called, air quotes, supposedly, in your dreams, dream on, whatever, 🙄, 😒, 😏, 🤡,
        😂, 🤣, 😅, 🤔, 😤, 😡, 😠, 🤷, 🤨, 🤦, 😭, 😢, 🙃, surely, for nothing, thanks for nothing, pull the other
        one, believe that when, ha, hah, hooray, yippee, again and again, every time, every single time, magically,
        miraculously, miracle, ye right, aye right""",
    contrast="""but, however, although, though, yet still, except that, while, whereas, nevertheless, still not, only
        that, albeit""",
    ask="""is it, is this, is that, is the, is there, are there, are the, are these, are you, are we, was it, was this,
        was the, were the, has it, has this, has the, has that, has anyone, have you, have the, have we, have they, had
        you, did you, did it, did the, did they, did he, did she, did we, did anyone, do you, do we, do they, does it,
        does this, does the, does that, does anyone, could you, can you, can we, can i, could we, could i, would you,
        will you, will it, will the, will this, shall we, should we, should i, should this, should it, may we, may i,
        which, what, who, whom, whose, when did, when was, when is, where did, where was, where is, where are, why is,
        why was, why did, why do, how did, how do, how many, how much, how long, how come, how can, how is, how was,
        isn't it, isn't this, isn't that, wasn't it, aren't you, didn't you, don't you, hasn't it, haven't you, any
        idea, any news, any update, anybody, anyone, what is, what was, what colour, what color, is this for, is it
        for, is anyone, is somebody, is anything""",
    not_ours="""not (one |)(ours|for us|us), (isn't|isnt) (ours|for us|us), not (really |)(our|my) (job|area|
        department|team|responsibility|thing|remit|business|department's|task|topic|patch|call|side|issue|problem|case|
        field|table), (isn't|isnt) (really |)our (job|area|department|team|responsibility|thing|remit|business|task|
        topic|patch|call|side|issue|problem|case|field), wrong (department|team|people|address|place|office|desk|
        address for this|group|mailbox|recipient|person|door|dept), nothing to do with (us|our team|our
        department|me|my team), (we're|we are|i'm|i am) not responsible, (we're|we are) not in charge, not responsible
        for (this|it|that), not one of ours, we don't (do|handle|deal with) (this|that|it|these), we do not
        (do|handle|deal with) (this|that|it|these), not in our remit, not our cup of tea, sent to us by mistake, came
        to us by mistake, landed here by mistake, this came to us by mistake, misdirected, misrouted, outside our
        (area|remit|responsibility), not within our (area|remit|responsibility), (doesn't|does not|doesnt)
        (belong|concern) (to |with |)us, (this |it |)doesn't belong (to|with) us, not for our (team|department), not
        with us, you've got the wrong (team|department|people), not something we (do|handle|deal with)""",
    belongs="""(belongs|belong|pertains) (to|with|in), (is|'s) (one |)for, one for, (is|'s) (a matter|a case|a job|a
        task|something|a topic|a question) (for|of), should (go|be sent|be passed) to, needs to go to, has to go to,
        goes to, must go to, should be (with|for|at), sits with, lies with, (is|'s) with, falls under, falls to,
        (is|'s) the responsibility of, (is|'s) up to, a matter for, a job for, was meant for, (is|was) meant for,
        (is|was) intended for, would be for, responsibility of, this should be with, it's down to, down to, belongs
        over in, concerns, is a question for""",
    ask_them="""ask, contact, check with, consult, try, better ask, best ask, you should ask, you need to ask, you
        want, you'll want, speak to, talk to, turn to, get in touch with, (forward|pass|send|hand|route|redirect|
        reassign|assign|move|transfer|refer|give|direct|address|escalate) (it |this |that |)(on |over |)to, passing (it
        |this |)(on |over |)to, forwarding (it |this |)(on |)to, take (it|this) up with, raise (it|this) with, reassign
        to, assign to, for the attention of, fao, over to, bounce (it |this |)to""",
    theirs="""handles (this|that|it|these), handle (this|that|it|these), (is|are) responsible, (is|are) responsible for
        (this|that|it), (is|are) in charge, (is|are) in charge of (this|that|it), looks after (this|that|it), look
        after (this|that|it), deals with (this|that|it), deal with (this|that|it), takes care of (this|that|it), does
        (this|that|these), owns (this|that|it), 's (job|area|business|responsibility|task|department|remit|patch|call|
        topic|side), should (handle|look at|deal with|take) (this|that|it), have to look at (this|it), would know, will
        know, (job|area|business|turf), can help, can help you, can help with (this|that)""",
    more_time="""need (some |a bit |a little |a lot |much |still |)more time, more time, needs more time, need (a bit
        |a little |some |)longer, need additional time, need extra time, (could|can|may) we (have|get) (some |a bit |a
        little |)(more time|longer|an extension|extra time), an extension, ask for an extension, extension, like an
        extension, give us (some |a bit |a little |)(more time|longer), extend the deadline, postpone, push (it |this
        |)back, ask for more time, asking for more time, like more time, a few more days, some more days, extend (it
        |this |)(until|to|till|by), extend, can you extend, could you extend, move the deadline""",
    need="""need, we need, i need, we'd need, we would need, we will need, we'll need, we still need, we require,
        (could|can|may) (we|i) (have|get|take), give us, give me, (could|can|would) you give (us|me), allow us, need
        till, we need till, have till, give us till, (can|could|would) you give us till, (it |this |that |)(will|'ll)
        take (us |me |)(about |around |another |), it takes (us |), (it |this |)needs another, this might take (us |),
        it may take (us |), we're going to need, we are going to need, grant us, we want, we ask for, we request,
        requesting, we are asking for, we ask you for""",
    until="until, till, til, by, to, up to, till the, until the, by the, no later than, through, before",
    number="""one, two, three, four, five, six, seven, eight, nine, ten, twelve, fourteen, fifteen, twenty, thirty, a
        couple of, another, a few""",
    span="""day, days, week, weeks, month, months, working days, business days, working day, business day, fortnight,
        more, extra, additional, weeks more, days more""",
    day="""monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, fridays, january, february, march,
        april, may, june, july, august, september, october, november, december, mon, tue, tues, wed, thu, thur, thurs,
        fri, jan, feb, apr, jun, jul, aug, sep, sept, oct, nov, dec, weekend, week, month, year, christmas, easter, new
        year""",
)
