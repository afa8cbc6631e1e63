"""Questions of our own that can be asked, and some that cannot, in ten languages."""

from __future__ import annotations

KNOWN = (
    "Charge nurse at Northfield. Mina Example, nurse. Led a ward of 12 beds at Northfield Hospital "
    "from 2019 to 2024. Knows SQL. At Brightwater the nightly run took six hours. I moved it to "
    "Airflow myself, tested each step with the planners, and after four weeks it took 40 minutes. "
    "We need a charge nurse. You must have experience with medication safety."
)
HONEST: dict[str, tuple[str, ...]] = {
    "en": (
        "What made you move the nightly run to Airflow?",
        "You said “we cut the run to 40 minutes”: what was your own part in that?",
        "How did you find out that the labels were alike?",
        "Looking back at the migration, what would you do differently?",
        "In your first 90 days here, what would you want to understand before anything else?",
        "How do you decide when a piece of work is good enough to hand over?",
        "Which campaign that you ran taught you most about your customers?",
        "How do you care for patients who are pregnant and anxious about their medication?",
        "What does excellent work look like on a busy ward?",
        "How would you explain a delay to Brightwater's planners?",
        "Tell me about your work with children: how do you win the trust of a shy child?",
        "How did you convince the director to change the schedule?",
        "Imagine that two nurses call in sick on a Friday night; how would you run the shift?",
        "You mentioned the planners: how did they take part in testing each step?",
        "What happened after the pharmacy changed the labels, and what told you so?",
        "When did you last have to say no to somebody senior, and how did you put it?",
        "How have you used SQL to find out why a report was wrong?",
        "What would you check first if a nightly job failed at 3 a.m.?",
        "How do you make sure that guests of any nationality feel welcome?",
        "Which part of the language model's training data did you clean yourself?",
        "What do you understand by medication safety, put as you would to a new colleague?",
        "Could you describe a situation in which you had to learn something quickly?",
        "Let me put it more simply, and a real case from work is fine: what did you solve?",
        "As head of a maternity ward, what would you do about a shortage of midwives?",
        "On your time at Northfield Hospital: what did leading a ward of 12 beds involve?",
    ),
    "es": (
        "¿Qué le llevó a trasladar el proceso nocturno a Airflow?",
        "Usted dijo «lo hicimos en cuatro semanas»: ¿cuál fue su parte en ese trabajo?",
        "¿Cómo trataría a un paciente que se niega a tomar su medicación?",
        "¿Cuántos años de experiencia tiene en planta y qué ha aprendido en ellos?",
        "¿Qué hace excelente a un equipo de enfermería, según su experiencia?",
        "Cuando una compañera no está de acuerdo con usted, ¿cómo llegan a una solución?",
        "¿Cómo trabaja con los familiares de un niño que está ingresado?",
        "¿Qué resultado tuvo ese cambio y cómo lo midió?",
    ),
    "fr": (
        "Qu'est-ce qui vous a amené à postuler pour ce poste chez Northfield ?",
        "Vous avez dit « nous avons changé les étiquettes » : quelle a été votre propre part ?",
        "Comment réagissez-vous quand une famille n'est pas d'accord avec un traitement ?",
        "Quel a été le résultat de ce changement, et comment l'avez-vous su ?",
        "Comment accompagnez-vous des personnes en situation de handicap au quotidien ?",
        "Pouvez-vous me parler d'une erreur que vous avez découverte avant les autres ?",
        "Que feriez-vous si deux infirmières manquaient un vendredi soir ?",
        "Qu'avez-vous appris de votre travail avec les enfants de l'école maternelle ?",
    ),
    "de": (
        "Was hat Sie dazu gebracht, den nächtlichen Lauf auf Airflow umzustellen?",
        "Sie sagten „wir haben die Etiketten geändert“: Welcher Teil davon war Ihr eigener?",
        "Wie gehen Sie mit Patientinnen und ihrer Religion um, wenn es um die Ernährung geht?",
        "Haben Sie Kinder in einer Gruppe betreut, und wie haben Sie Konflikte gelöst?",
        "Wie würden Sie einer neuen Kollegin die Arzneimittelsicherheit auf der Station erklären?",
        "Woran haben Sie gemerkt, dass die Änderung gut gewirkt hat?",
        "Welche IT-Systeme haben Sie in der Klinik eingeführt, und was war daran schwierig?",
        "Was würden Sie tun, wenn am Freitagabend zwei Pflegekräfte ausfallen?",
    ),
    "pt": (
        "O que levou você a mudar o processamento noturno para o Airflow?",
        "Você disse “trocamos as etiquetas”: qual foi a sua parte nisso?",
        "Como você explicaria um atraso aos planejadores da Brightwater?",
        "Qual foi o resultado dessa mudança e como você o mediu?",
        "Há quantos anos você trabalha com crianças e o que isso lhe ensinou?",
        "Como você reage quando um colega não concorda com a sua decisão?",
        "Que situação no hospital mostrou melhor a sua forma de trabalhar?",
        "O que faria se dois enfermeiros faltassem numa sexta-feira à noite?",
    ),
    "it": (
        "Che cosa l'ha spinta a candidarsi per questo ruolo?",
        "Lei ha detto «abbiamo cambiato le etichette»: qual è stata la Sua parte?",
        "Come si comporta quando un collega non è d'accordo con Lei?",
        "Quale risultato ha avuto quel cambiamento e come lo ha misurato?",
        "Quanti anni ha lavorato in reparto e che cosa le hanno insegnato?",
        "Come spiegherebbe la sicurezza dei farmaci a una nuova collega?",
        "Che cosa farebbe se due infermieri mancassero un venerdì sera?",
        "Qual è stato il momento più difficile del progetto con Airflow?",
    ),
    "ar": (
        "ما الذي دفعك إلى التقدم لهذه الوظيفة؟",
        "قلت «غيّرنا الملصقات»: ما الدور الذي قمت به بنفسك؟",
        "كيف تتعامل مع مريض يرفض تناول دوائه؟",
        "ما النتيجة التي تحققت بعد هذا التغيير، وكيف عرفت ذلك؟",
        "كيف نقلت العملية الليلية إلى Airflow؟",
        "ماذا ستفعل لو غاب ممرضان مساء يوم الجمعة؟",
        "صف لي موقفًا اختلفت فيه مع زميل، فكيف وصلتما إلى حل؟",
        "كيف تشرح سلامة الأدوية لزميلة جديدة في القسم؟",
    ),
    "hi": (
        "आपने इस पद के लिए आवेदन करने का निर्णय क्यों लिया?",
        "आपने कहा “हमने लेबल बदल दिए”: इसमें आपका अपना काम क्या था?",
        "जब कोई मरीज दवा लेने से मना करे तो आप क्या करते हैं?",
        "उस बदलाव का परिणाम क्या रहा और आपको कैसे पता चला?",
        "रात की प्रक्रिया को Airflow पर ले जाने में सबसे कठिन क्या था?",
        "अगर शुक्रवार की रात दो नर्सें न आएँ तो आप पाली कैसे संभालेंगे?",
        "किसी सहकर्मी से असहमति होने पर आप समाधान तक कैसे पहुँचते हैं?",
        "नई सहकर्मी को दवा सुरक्षा आप कैसे समझाएँगे?",
    ),
    "zh": (
        "是什么让您决定申请这个职位\uff1f",
        "您提到“我们更换了标签”\uff0c其中您自己负责的是哪一部分\uff1f",
        "当病人拒绝服药时\uff0c您会怎么做\uff1f",
        "这项改变带来了什么结果\uff0c您是如何衡量的\uff1f",
        "您把夜间任务迁移到Airflow时遇到的最大困难是什么\uff1f",
        "如果周五晚上有两名护士请假\uff0c您会如何安排这一班\uff1f",
        "请讲一次您与同事意见不同的经历\uff0c最后是怎样解决的\uff1f",
        "您会怎样向新同事解释用药安全\uff1f",
    ),
    "ja": (
        "この職種に応募しようと思った理由を教えていただけますか\uff1f",
        "「ラベルを変えました」とおっしゃいましたが、ご自身はどの部分を担当されましたか\uff1f",
        "患者さんが薬を飲むのを拒んだとき、どのように対応しますか。",
        "その変更によってどのような結果が得られ、それをどのように確認しましたか\uff1f",
        "夜間処理をAirflowに移したとき、最も難しかった点は何でしたか\uff1f",
        "金曜日の夜に看護師が二人休んだ場合、どのように勤務を組み直しますか\uff1f",
        "同僚と意見が合わなかった経験と、その解決の過程を話していただけますか\uff1f",
        "新しい同僚に薬の安全管理をどのように説明しますか\uff1f",
    ),
}

# By the fault, or how its sentence begins.
FAULTY: dict[str, dict[str, tuple[str, ...]]] = {
    "The question praises or thanks the candidate.": {
        "en": (
            "Great answer, and what happened next?",
            "Excellent! How did it end?",
            "That's a wonderful example. What was your own part?",
            "Thank you for sharing that. What came next?",
            "What a great story! How did it end?",
            "Well done! What did you learn from it?",
            "Very impressive. Which steps did you take?",
            "I'm impressed by that; what did you do then?",
            "Good point. How did the team react?",
        ),
        "es": (
            "¡Excelente! ¿Qué pasó después?",
            "Muy bien. ¿Cuál fue su parte?",
            "Gracias por compartir eso; ¿qué resultado tuvo?",
            "Gran respuesta, ¿qué hizo después?",
        ),
        "fr": (
            "Excellent ! Que s'est-il passé ensuite ?",
            "Très bien, quelle a été votre part ?",
            "Merci pour votre réponse. Quel a été le résultat ?",
            "Bravo, comment avez-vous fait ?",
        ),
        "de": (
            "Sehr gut! Was geschah danach?",
            "Tolles Beispiel. Was war Ihr Anteil?",
            "Vielen Dank. Wie ging es aus?",
            "Das klingt gut, und was kam dann?",
            "Beeindruckend! Wie lange hat das gedauert?",
        ),
        "pt": (
            "Ótimo! O que aconteceu depois?",
            "Muito bem, qual foi a sua parte?",
            "Parabéns, como você conseguiu isso?",
        ),
        "it": (
            "Ottimo! Che cosa è successo dopo?",
            "Complimenti, come ha fatto?",
            "Bella risposta. Qual è stato il risultato?",
        ),
        "ar": (
            "رائع! ماذا حدث بعد ذلك؟",
            "إجابة ممتازة، ما دورك في ذلك؟",
            "شكرًا لمشاركتك، ما النتيجة؟",
        ),
        "hi": (
            "बहुत अच्छा! उसके बाद क्या हुआ?",
            "शानदार जवाब, आपकी भूमिका क्या थी?",
            "वाह! परिणाम क्या रहा?",
        ),
        "zh": (
            "太好了\uff01后来怎么样了\uff1f",
            "很好的回答\uff0c您自己做了什么\uff1f",
            "谢谢您的分享\uff0c结果如何\uff1f",
        ),
        "ja": (
            "素晴らしいですね。その後どうなりましたか\uff1f",
            "良い例ですね。ご自身の役割は何でしたか\uff1f",
            "ご回答ありがとうございます。結果はどうでしたか\uff1f",
        ),
    },
    "The question suggests its own answer.": {
        "en": (
            "Don't you think that a checklist would have helped?",
            "Wouldn't you agree that it was the pharmacy's fault?",
            "So you must have been proud of the result, or how did you feel?",
            "The planners liked it, didn't they, or did you have to convince them, right?",
            "You enjoy working nights, don't you?",
            "It was the labels that caused it, isn't it?",
        ),
        "es": (
            "¿No cree que una lista habría ayudado?",
            "Fue culpa de la farmacia, ¿verdad?",
        ),
        "fr": (
            "Ne pensez-vous pas qu'une liste aurait aidé ?",
            "C'était la faute de la pharmacie, n'est-ce pas ?",
        ),
        "de": (
            "Finden Sie nicht auch, dass eine Liste geholfen hätte?",
            "Das war die Schuld der Apotheke, nicht wahr?",
        ),
        "pt": (
            "Você não acha que uma lista teria ajudado?",
            "Foi culpa da farmácia, não é?",
        ),
        "it": (
            "Non crede che una lista avrebbe aiutato?",
            "È stata colpa della farmacia, vero?",
        ),
        "ar": (
            "ألا تعتقد أن القائمة كانت ستساعد؟",
            "كان الخطأ من الصيدلية، أليس كذلك؟",
        ),
        "hi": (
            "क्या आपको नहीं लगता कि सूची से मदद मिलती?",
            "गलती फार्मेसी की थी, है ना?",
        ),
        "zh": (
            "难道不是药房的错吗\uff1f",
            "是药房的错\uff0c对吧\uff1f",
        ),
        "ja": (
            "リストがあれば良かったと思いませんか\uff1f",
            "薬局のミスですよね\uff1f",
        ),
    },
    "The question says what a good answer holds.": {
        "en": (
            "How did you solve it; for example, you could say that you asked the pharmacy?",
            "What did you do, such as by using a checklist?",
            "A good answer would name the result: what was it?",
            "What came of it (hint: name a figure)?",
        ),
        "es": ("¿Cómo lo resolvió? Una buena respuesta menciona el resultado.",),
        "fr": ("Comment avez-vous fait ? Vous pourriez mentionner le résultat.",),
        "de": ("Wie haben Sie das gelöst? Eine gute Antwort nennt das Ergebnis.",),
        "pt": ("Como resolveu isso? Você poderia mencionar o resultado.",),
        "it": ("Come ha risolto? Una buona risposta cita il risultato.",),
        "ar": ("كيف حللت المشكلة؟ يمكنك أن تذكر النتيجة.",),
        "hi": ("आपने इसे कैसे हल किया? एक अच्छा जवाब परिणाम बताता है।",),
        "zh": ("您是怎么解决的\uff1f好的回答应该提到结果。",),
        "ja": ("どのように解決しましたか\uff1f良い答えは結果に触れます。",),
    },
    "A second question is hidden in the question.": {
        "en": (
            "What did you do, and also, how did the team react?",
            "How did it end? Also, what would you change.",
            "What was the cause, and secondly what did you do?",
        ),
        "de": ("Was haben Sie getan, und außerdem, wie hat das Team reagiert?",),
        "fr": ("Qu'avez-vous fait, et aussi, comment l'équipe a-t-elle réagi ?",),
        "es": ("¿Qué hizo, y también, cómo reaccionó el equipo?",),
    },
    "There is more than one question.": {
        "en": ("What did you do? How did it end?",),
        "es": ("¿Qué hizo y ¿cómo terminó?",),
        "ar": ("ماذا فعلت؟ وكيف انتهى الأمر؟",),
        "ja": ("何をしましたか\uff1f結果はどうでしたか\uff1f",),
    },
    "The question touches a protected topic.": {
        "en": (
            "How old are you, if I may ask?",
            "Do you have children at home, and who looks after them?",
            "What is your religion?",
            "Are you married?",
            "Do you have a disability that we should know of?",
            "Where were you born?",
        ),
        "es": (
            "¿Está casada o soltera?",
            "¿Tiene hijos?",
            "¿Cuál es su nacionalidad?",
        ),
        "fr": (
            "Êtes-vous mariée ?",
            "Quel âge avez-vous ?",
            "Êtes-vous enceinte ?",
        ),
        "de": (
            "Sind Sie verheiratet?",
            "Was ist Ihre Religion?",
            "Wie alt sind Sie?",
            "Haben Sie Kinder?",
        ),
        "pt": (
            "Você é casada?",
            "Pretende ter filhos nos próximos anos?",
            "Qual é a sua idade?",
        ),
        "it": (
            "Lei è sposata?",
            "Ha figli?",
            "Quanti anni ha?",
        ),
        "ar": (
            "هل أنت متزوج؟",
            "كم عمرك؟",
            "ما ديانتك؟",
        ),
        "hi": (
            "क्या आप शादीशुदा हैं?",
            "आपकी उम्र क्या है?",
            "आपका धर्म क्या है?",
        ),
        "zh": (
            "您结婚了吗\uff1f",
            "您有孩子吗\uff1f",
            "您的宗教信仰是什么\uff1f",
        ),
        "ja": (
            "ご結婚されていますか\uff1f",
            "お子さんはいますか\uff1f",
            "国籍はどちらですか\uff1f",
        ),
    },
    "The question talks about itself or about a model.": {
        "en": (
            "As an AI, I would like to know: what did you do?",
            "Here is the next question: what did you do?",
        ),
        "de": ("Hier ist die nächste Frage: Was haben Sie getan?",),
        "es": ("Como modelo de lenguaje, ¿qué puedo preguntarle?",),
        "zh": ("下一个问题是\uff1a您做了什么\uff1f",),
    },
    "The question repeats a part of your instructions.": {
        "en": (
            "<planned-question id=0123456789abcdef> What did you do?",
            "What did you do, in at most 60 words?",
        ),
    },
    "The question holds a heading, a list or other markup.": {
        "en": (
            "**Question 3:** what did you do?",
            "- What did you do?",
        ),
    },
    "The question is not in ": {
        "de": ("What was your own part in moving the nightly run?",),
        "es": ("How did you know that the change had worked?",),
        "fr": ("Was haben Sie getan, als die Etiketten nicht stimmten?",),
        "it": ("What would you do if two nurses were missing?",),
        "pt": ("What did you learn from that when you looked back?",),
        "en": (
            "Was haben Sie getan, als die Etiketten auf der Station nicht stimmten?",
            "您在这个项目中负责了哪些具体的工作\uff1f",
        ),
        "ar": ("What was your own part in this?",),
        "hi": ("What was your own part in this?",),
        "zh": (
            "What was your own part in this?",
            "ご自身はどの部分を担当されましたか\uff1f",
        ),
        "ja": (
            "What was your own part in this?",
            "您在这个项目中负责了哪些具体的工作\uff1f",
        ),
    },
    "The question names ": {
        "en": (
            "How did you use Kubernetes for that?",
            "What did you bring from your time at Globex?",
            "How did you save 35% of the costs?",
            "What made you leave in 2016?",
            "How did you pass the AWS exam?",
            "What did Peter say about the labels?",
            "Which of the 250 beds were yours?",
        ),
        "de": (
            "Wie haben Sie dabei SAP eingesetzt?",
            "Wie haben Sie 35 % der Kosten gespart?",
        ),
        "fr": ("Comment avez-vous utilisé PostgreSQL dans ce projet ?",),
        "es": ("¿Cómo obtuvo la certificación PMP?",),
        "ar": (
            "كيف استخدمت Kubernetes في هذا العمل؟",
            "كيف خفضت التكاليف بنسبة ٣٥٪؟",
        ),
        "hi": ("आपने इसमें Kubernetes का उपयोग कैसे किया?",),
        "zh": (
            "您是如何使用Kubernetes的\uff1f",
            "您管理的250张床位情况如何\uff1f",
        ),
        "ja": ("Kubernetesをどのように使いましたか\uff1f",),
    },
}
